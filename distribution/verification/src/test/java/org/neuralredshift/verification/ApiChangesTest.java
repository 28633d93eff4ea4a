package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API and the test kit as they are built, against those of the last release. */
class ApiChangesTest {
    private static final Path RELEASED = Image.SOURCES.resolve("framework/released");
    private static final Path JUSTIFIED = RELEASED.resolve("changes.txt");
    private static final Path FOUND = Image.SOURCES.resolve("distribution/verification/target/api-changes.txt");

    private static List<ApiChanges.Break> breaks(String artifact, Path built) throws IOException {
        return ApiChanges.between(
                released(RELEASED, artifact),
                built,
                ApiSignatures.exported(Image.module(built).descriptor()));
    }

    /** The archive of the last release: with a second one, it would be chance which is compared. */
    private static Path released(Path folder, String artifact) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives = files.filter(
                            file -> file.getFileName().toString().startsWith(artifact + "-"))
                    .toList();
            assertEquals(1, archives.size(), () -> "exactly one archive of " + artifact + " in " + folder);
            return archives.getFirst();
        }
    }

    @Test
    void oneReleaseIsComparedAndNoneBesideIt(@TempDir Path folder) throws IOException {
        assertThrows(AssertionError.class, () -> released(folder, "some-api"));
        Path archive = Files.createFile(folder.resolve("some-api-0.1.0.jar"));
        assertEquals(archive, released(folder, "some-api"));
        Files.createFile(folder.resolve("some-api-0.2.0.jar"));
        assertThrows(AssertionError.class, () -> released(folder, "some-api"));
    }

    @Test
    void whatWasPromisedToBeStableIsOrTheBreakIsJustified() throws IOException {
        List<ApiChanges.Break> all =
                new ArrayList<>(breaks("neural-redshift-api", Image.jar("org.neuralredshift.api")));
        all.addAll(breaks("neural-redshift-testkit", Image.testKit()));
        Files.write(FOUND, all.stream().map(ApiChanges.Break::toString).sorted().toList());
        assertEquals(
                List.of(),
                Justifications.read(JUSTIFIED).faults(all),
                "The API against its last release. All changes: " + FOUND + "; reasons go to " + JUSTIFIED);
    }
}
