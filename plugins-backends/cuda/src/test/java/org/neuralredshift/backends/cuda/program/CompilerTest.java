package org.neuralredshift.backends.cuda.program;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.backends.cuda.driver.Compiler;
import org.neuralredshift.backends.cuda.driver.InstalledCompiler;
import org.neuralredshift.testkit.plain.Case;
import org.neuralredshift.testkit.plain.Cases;

/** NVIDIA's compiler takes what is printed, for each architecture that is supported. */
class CompilerTest {
    /** Every kind of kernel. */
    private static List<Program> programs() {
        Stream<Program> operations =
                Cases.of(67).stream().map(Case::graph).map(graph -> Programs.lower(graph, Limits.SMALLEST));
        Stream<Program> examples =
                Examples.all().values().stream().map(graph -> Programs.lower(graph, Limits.SMALLEST));
        Stream<Program> inMemoryOfTheCard = Stream.of(Programs.lower(Examples.phrases(), new Limits(512)));
        return Stream.of(operations, examples, inMemoryOfTheCard)
                .flatMap(each -> each)
                .toList();
    }

    private static List<Program> split() {
        return Examples.split().values().stream()
                .map(graph -> Programs.lower(graph, Limits.SMALLEST.with(Products.SPLIT_TF32)))
                .toList();
    }

    /** To PTX, in one call: what takes time is starting it, and optimising, of which nothing is asked here. */
    @Test
    void takesEveryKernelForEachArchitecture(@TempDir Path folder) throws IOException {
        assumeTrue(Tool.isThere("nvcc"), "there is no nvcc that could compile kernels");
        Path file = Files.writeString(folder.resolve("kernels.cu"), together());
        List<String> command = new ArrayList<>(List.of(
                "nvcc",
                "--fatbin",
                "--threads",
                "2",
                "-fmad=false",
                "-Xcicc",
                "-O0",
                "-diag-suppress",
                "177",
                "-Werror",
                "all-warnings"));
        for (int capability : new int[] {75, 80, 90, 100}) {
            String architecture = "compute_" + capability;
            command.addAll(List.of("-gencode", "arch=" + architecture + ",code=" + architecture));
        }
        command.addAll(List.of("-o", folder.resolve("kernels.fatbin").toString(), file.toString()));
        Tool.run(command.toArray(String[]::new));
    }

    /** NVRTC, which compiles without any header: where it is installed, or NRS_CUDA_LIBRARIES names its folder. */
    @ParameterizedTest
    @ValueSource(strings = {"sm_75", "sm_80", "sm_90", "sm_100"})
    void takesEveryKernelWithoutHeaders(String architecture) {
        Optional<Compiler> nvrtc = InstalledCompiler.find();
        assumeTrue(nvrtc.isPresent(), "there is no NVRTC here");
        List<String> options = List.of("--std=c++17", "--fmad=false");
        assertTrue(nvrtc.orElseThrow().compile(together(), options, architecture).length > 0);
    }

    /** All in one file, each in a namespace of its own: starting the compiler takes longer than a kernel. TF32 is of 8.0 on. */
    private static String together() {
        String first = "#if !defined(__CUDA_ARCH__) || __CUDA_ARCH__ >= 800\n";
        List<Program> programs = programs();
        return together(programs, 0) + first + together(split(), programs.size()) + "#endif\n";
    }

    private static String together(List<Program> programs, int before) {
        List<String> parts = new ArrayList<>();
        for (int number = 0; number < programs.size(); number++) {
            String source = programs.get(number)
                    .source()
                    .replace("extern \"C\" ", "")
                    .replace(" dynamicShared", " dynamicShared" + (before + number));
            parts.add("namespace program" + (before + number) + " {\n"
                    + source.replace("(float*) dynamicShared;", "(float*) dynamicShared" + (before + number) + ";")
                    + "}\n");
        }
        return String.join("\n", parts);
    }
}
