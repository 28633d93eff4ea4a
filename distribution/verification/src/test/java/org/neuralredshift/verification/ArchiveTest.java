package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The archives, which only a build with the profile dist makes: whole, and what unpacks from them runs. */
class ArchiveTest {
    private static final List<String> ENDINGS = List.of(".tar.gz", ".zip");

    @TempDir
    private Path folder;

    @BeforeAll
    static void archivesAreThere() throws IOException {
        assumeTrue(!archives().isEmpty(), "no archives: ./build -Pdist verify makes them");
    }

    static List<Path> archives() throws IOException {
        String name = "neural-redshift-" + System.getProperty("nrs.version");
        try (Stream<Path> files = Files.list(Image.HOME.getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "-"))
                    .filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("archives")
    void unpacksIntoWhatWasBuiltAndRuns(Path archive) throws IOException {
        Path place = Files.createDirectory(folder.resolve("a new place"));
        List<String> unpack = archive.toString().endsWith(".zip")
                ? List.of("unzip", "-q", archive.toString(), "-d", place.toString())
                : List.of("tar", "-xzf", archive.toString(), "-C", place.toString());
        assumeTrue(installed(unpack.getFirst()), "no " + unpack.getFirst() + " here");
        Nrs.run(folder, Map.of(), unpack).done();
        Path home = only(place);
        assertTrue(archive.getFileName().toString().startsWith(home.getFileName() + "."), home::toString);
        Path built = home.getFileName().toString().contains("-full-") ? Image.FULL : Image.HOME;
        assertEquals(Folders.sums(built), Folders.sums(home));
        String nrs = home.resolve("bin/nrs").toString();
        String out = Nrs.run(folder, Map.of(), List.of("/usr/bin/env", "-i", "PATH=", nrs, "list", "backends"))
                .done()
                .out();
        assertTrue(out.contains("reference") && out.contains("cpu"), out);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("archives")
    void theChecksumFits(Path archive) throws IOException {
        Path name = archive.getFileName();
        String sum = Folders.sums(archive).get("");
        assertEquals(
                sum + " *" + name,
                Files.readString(archive.resolveSibling(name + ".sha256")).strip());
    }

    private static Path only(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all::toString);
            return all.getFirst();
        }
    }

    private static boolean installed(String command) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, command)));
    }
}
