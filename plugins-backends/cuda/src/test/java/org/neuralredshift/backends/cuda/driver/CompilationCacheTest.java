package org.neuralredshift.backends.cuda.driver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationCacheTest {
    @TempDir
    private Path folder;

    private final List<String> compiled = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    private CompilationCache cache(String version, Path where) {
        return new CompilationCache(new Recording(version), where, notices::add);
    }

    private final class Recording implements Compiler {
        private final String version;

        Recording(String version) {
            this.version = version;
        }

        @Override
        public String version() {
            return version;
        }

        @Override
        public int major() {
            return 13;
        }

        @Override
        public Optional<String> architecture(Device device) {
            return Optional.of("sm_90");
        }

        @Override
        public byte[] compile(String source, List<String> options, String architecture) {
            String all = version + source + options + architecture;
            compiled.add(all);
            if (source.equals("wrong")) {
                throw new DriverException("compile", "an error", "line 1");
            }
            return all.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatWasCompiledOnceIsRead() throws IOException {
        Path where = folder.resolve("new").resolve("cache");
        byte[] first = cache("1", where).compile("text", List.of("-a"), "sm_90");
        byte[] second = cache("1", where).compile("text", List.of("-a"), "sm_90");
        assertArrayEquals(first, second);
        assertEquals(1, compiled.size());
        try (Stream<Path> files = Files.list(where)) {
            assertEquals(1, files.count(), "an unfinished file stays behind");
        }
    }

    /** Source, options, architecture and version decide; so do their borders. */
    @Test
    void whatDiffersIsCompiled() {
        cache("1", folder).compile("text", List.of("-a"), "sm_90");
        cache("2", folder).compile("text", List.of("-a"), "sm_90");
        cache("1", folder).compile("texts", List.of("-a"), "sm_90");
        cache("1", folder).compile("text", List.of("-b"), "sm_90");
        cache("1", folder).compile("text", List.of("-a"), "sm_80");
        cache("1", folder).compile("xt", List.of("-a", "te"), "sm_90");
        assertEquals(6, compiled.size());
    }

    @Test
    void anErrorIsNotKept() {
        for (int time = 0; time < 2; time++) {
            assertThrows(DriverException.class, () -> cache("1", folder).compile("wrong", List.of(), "sm_90"));
        }
        assertEquals(2, compiled.size());
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        cache("1", file.resolve("cache")).compile("text", List.of(), "sm_90");
        assertEquals(1, notices.size());
        assertTrue(notices.getFirst().contains(file.toString()), notices::toString);
    }
}
