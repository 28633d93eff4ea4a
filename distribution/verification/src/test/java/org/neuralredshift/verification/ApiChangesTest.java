package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The API and the test kit as they are built, against those of the last release. */
class ApiChangesTest {
    private static final Path RELEASED = Image.SOURCES.resolve("framework/released");
    private static final Path JUSTIFIED = RELEASED.resolve("changes.txt");
    private static final Path FOUND = Image.SOURCES.resolve("distribution/verification/target/api-changes.txt");

    private static List<ApiChanges.Break> breaks(String artifact, Path built) throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            Path released = files.filter(file -> file.getFileName().toString().startsWith(artifact + "-"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no signatures of " + artifact + " in " + RELEASED));
            return ApiChanges.between(
                    released, built, ApiSignatures.exported(Image.module(built).descriptor()));
        }
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
