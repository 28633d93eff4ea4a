package org.neuralredshift.backends.cuda.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrarySearchTest {
    @TempDir
    private Path root;

    private Path file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private LibrarySearch search(Map<String, String> environment) {
        return new LibrarySearch(false, environment, root);
    }

    @Test
    void findsTheDriverOnceHoweverManyNamesItHas() throws IOException {
        Path driver = file("usr/lib64/libcuda.so.1");
        file("usr/lib64/libcuda.so");
        assertEquals(List.of(driver), search(Map.of()).driver().found());
    }

    @Test
    void prefersWhatTheUserNamesThenToolkitsTheNewestFirst() throws IOException {
        Path own = file("own/libnvrtc.so.12");
        Path older = file("usr/local/cuda-12.8/lib64/libnvrtc.so.12");
        Path newer = file("usr/local/cuda-13.0/targets/x86_64-linux/lib/libnvrtc.so.13");
        Path named = file("opt/cuda/lib64/libnvrtc.so.13");
        Path system = file("usr/lib/x86_64-linux-gnu/libnvrtc.so.12");
        Map<String, String> environment = Map.of(
                "NRS_CUDA_LIBRARIES",
                root.resolve("nothing") + ":" + own.getParent(),
                "CUDA_HOME",
                root.resolve("opt/cuda").toString());
        assertEquals(
                List.of(own, named, newer, older, system),
                search(environment).compiler().found());
    }

    @Test
    void findsThemWhereOtherSystemsHaveThem() throws IOException {
        List<Path> drivers = List.of(
                file("usr/lib/aarch64-linux-gnu/libcuda.so.1"),
                file("usr/lib/wsl/lib/libcuda.so.1"),
                file("usr/local/nvidia/lib64/libcuda.so.1"));
        assertEquals(drivers, search(Map.of()).driver().found());
        Path library = file("Windows/System32/nvcuda.dll");
        Path compiler = file("toolkit/bin/x64/nvrtc64_130_0.dll");
        LibrarySearch windows = new LibrarySearch(
                true, Map.of("CUDA_PATH", root.resolve("toolkit").toString()), root);
        assertEquals(List.of(library), windows.driver().found());
        assertEquals(List.of(compiler), windows.compiler().found());
    }

    @Test
    void tellsEveryFolderThatItLookedAt() throws IOException {
        Files.createDirectories(root.resolve("usr/lib64"));
        Map<String, String> environment =
                Map.of("NRS_CUDA_LIBRARIES", root.resolve("nothing").toString());
        List<String> lines = search(environment).driver().lines();
        assertEquals("libcuda, the driver (libcuda.so.1 or libcuda.so): not found", lines.getFirst());
        assertTrue(
                lines.contains("  not in " + root.resolve("nothing") + " (NRS_CUDA_LIBRARIES): no such folder"),
                lines::toString);
        assertTrue(lines.contains("  not in " + root.resolve("usr/lib64") + " (the system)"), lines::toString);
    }

    @Test
    void findsTheBuiltinFunctionsOfTheSameVersion() throws IOException {
        Path compiler = file("lib/libnvrtc.so.12");
        file("lib/libnvrtc.so.13");
        file("lib/libnvrtc-builtins.so.13.0");
        file("lib/libnvrtc-builtins.alt.so.12.9");
        Path builtins = file("lib/libnvrtc-builtins.so.12.9");
        assertEquals(Optional.of(builtins), LibrarySearch.builtins(compiler));
        Path onWindows = file("bin/nvrtc64_130_0.dll");
        Path dll = file("bin/nvrtc-builtins64_130.dll");
        assertEquals(Optional.of(dll), LibrarySearch.builtins(onWindows));
    }
}
