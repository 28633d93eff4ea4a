package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of versions that authors of plugins import. */
class BomTest {
    private final String bom;

    BomTest() throws IOException {
        this.bom = Files.readString(Image.SOURCES.resolve("distribution/bom/pom.xml"));
    }

    @Test
    void hasTheVersionOfEverythingElse() {
        assertEquals(
                List.of(System.getProperty("nrs.version"), "${project.version}"),
                all("<version>(.*?)</version>").distinct().toList());
    }

    @Test
    void listsArtifactsOfTheImageAndAmongThemWhatAnAuthorNeeds() {
        List<String> ours = Image.ours().stream()
                .map(jar -> jar.getFileName().toString().replaceAll("-[0-9].*", ""))
                .toList();
        List<String> listed = all("<artifactId>(neural-redshift-.*?)</artifactId>")
                .filter(name -> !name.endsWith("-bom"))
                .toList();
        assertTrue(ours.containsAll(listed), () -> listed + " is not in " + ours);
        assertTrue(listed.containsAll(List.of(
                "neural-redshift-api", "neural-redshift-testkit", "neural-redshift-reference", "neural-redshift-cpu")));
    }

    private Stream<String> all(String pattern) {
        return Pattern.compile(pattern).matcher(bom).results().map((MatchResult match) -> match.group(1));
    }
}
