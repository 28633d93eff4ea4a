package org.neuralredshift.backends.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void hasTheNamesOfTheLibraries() {
        assertEquals("linux-x86_64", Platform.of("Linux", "amd64").toString());
        assertEquals("macosx-arm64", Platform.of("Mac OS X", "aarch64").toString());
        assertEquals("windows-x86_64", Platform.of("Windows 11", "amd64").toString());
        assertEquals(
                "org/nd4j/linalg/cpu/nativecpu/bindings/windows-x86_64/nd4jcpu.dll",
                Platform.of("Windows 11", "amd64").resource());
    }

    @Test
    void usesTheCacheOfTheUser() {
        Platform linux = Platform.of("Linux", "amd64");
        assertEquals(Optional.of(Path.of("/c/nrs")), linux.cache(Map.of("XDG_CACHE_HOME", "/c", "HOME", "/home/ada")));
        assertEquals(Optional.of(Path.of("/home/ada/.cache/nrs")), linux.cache(Map.of("HOME", "/home/ada")));
        assertEquals(Optional.empty(), linux.cache(Map.of("XDG_CACHE_HOME", "relative")));
        assertEquals(
                Optional.of(Path.of("/home/ada/Library/Caches/nrs")),
                Platform.of("Mac OS X", "x86_64").cache(Map.of("HOME", "/home/ada")));
    }
}
