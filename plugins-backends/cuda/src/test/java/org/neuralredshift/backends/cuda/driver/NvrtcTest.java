package org.neuralredshift.backends.cuda.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.backends.cuda.program.Limits;
import org.neuralredshift.backends.cuda.program.Programs;
import org.neuralredshift.testkit.plain.PlainActivation;
import org.neuralredshift.testkit.plain.PlainDense;

/** NVIDIA's own compiler, which needs no card: where it is installed, or NRS_CUDA_LIBRARIES names its folder. */
class NvrtcTest {
    private static final String KERNEL =
            "extern \"C\" __global__ void twice(float* x) { x[threadIdx.x] = 2.0f * x[threadIdx.x]; }";

    private static Nvrtc compiler() {
        List<Path> found = LibrarySearch.ofProcess().compiler().found();
        assumeFalse(found.isEmpty(), "there is no NVRTC here");
        return new Nvrtc(found.getFirst(), LibrarySearch.builtins(found.getFirst()));
    }

    private static Device device(int major, int minor) {
        return new Device(0, "a card", major, minor, 1, 1_000_000, 1 << 30, 48 << 10);
    }

    @Test
    void compilesForEachGenerationOfCards() {
        Nvrtc nvrtc = compiler();
        assertTrue(nvrtc.version().matches("NVRTC 1[23]\\.\\d+"), nvrtc.version());
        for (int[] capability : new int[][] {{7, 5}, {8, 0}, {9, 0}, {10, 0}}) {
            String architecture =
                    nvrtc.architecture(device(capability[0], capability[1])).orElseThrow();
            assertEquals("sm_" + capability[0] + capability[1], architecture);
            byte[] code = nvrtc.compile(KERNEL, List.of("--fmad=false"), architecture);
            assertEquals("\u007fELF", new String(code, 0, 4, StandardCharsets.ISO_8859_1));
        }
    }

    /** What the backend prints needs no header, and the options are known. */
    @Test
    void compilesTheKernelsOfAPerceptron() {
        Nvrtc nvrtc = compiler();
        Graph graph = Architecture.perceptron(3, 64, new PlainDense(), PlainActivation.TANH)
                .graph(4096);
        String source = Programs.lower(graph, new Limits(227 * 1024)).source();
        for (String architecture : List.of("sm_75", "sm_80", "sm_90", "sm_100")) {
            assertTrue(
                    nvrtc.compile(source, List.of("--std=c++17", "--fmad=false"), architecture).length > 1000,
                    architecture);
        }
    }

    /** The driver of such a card translates what is made for an older one. */
    @Test
    void makesTextForCardsThatItDoesNotKnow() {
        Nvrtc nvrtc = compiler();
        Optional<String> architecture = nvrtc.architecture(device(99, 0));
        assertTrue(architecture.orElseThrow().startsWith("compute_"), architecture::toString);
        String text = new String(nvrtc.compile(KERNEL, List.of(), architecture.orElseThrow()), StandardCharsets.UTF_8);
        assertTrue(text.contains(".entry twice") && text.strip().endsWith("}"), text);
        assertEquals(Optional.empty(), nvrtc.architecture(device(3, 5)));
    }

    @Test
    void tellsTheLineOfAnError() {
        Nvrtc nvrtc = compiler();
        String message = assertThrows(
                        DriverException.class,
                        () -> nvrtc.compile(
                                "\nextern \"C\" __global__ void f() { int x = wrong; }", List.of(), "sm_80"))
                .getMessage();
        assertTrue(
                message.contains("NVRTC_ERROR_COMPILATION")
                        && message.contains("kernels.cu(2)")
                        && message.contains("wrong"),
                message);
    }
}
