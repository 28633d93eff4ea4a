package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Does what docs/plugins.md and docs/plugin-reference.md say, word for word, as a stranger would. */
@ResourceLock(Author.REPOSITORY)
class PluginGuideTest {
    private static final Pattern SOURCE =
            Pattern.compile("`((?:src|layer)/[^`]*\\.java)`[^`]*```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    /** Writes the sources of a page, and runs its commands from top to bottom; returns what they said. */
    private String follow(String page, int sources) throws IOException {
        String text = Files.readString(Image.SOURCES.resolve("docs").resolve(page));
        int files = 0;
        for (Matcher source = SOURCE.matcher(text); source.find(); files++) {
            Path file = folder.resolve(source.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.group(2));
        }
        assertEquals(sources, files, "sources in " + page);
        Map<String, String> environment = new HashMap<>(Author.environment(Image.HOME));
        environment.put("RELEASE", folder.resolve("release").toUri().toString());
        StringBuilder said = new StringBuilder();
        for (Matcher commands = COMMANDS.matcher(text); commands.find(); ) {
            said.append(Nrs.run(folder, environment, List.of("sh", "-euc", commands.group(1)))
                    .done()
                    .out());
        }
        return said.toString();
    }

    @Test
    void theTutorialLeadsToPluginsThatAreTestedPublishedTrustedAndHandedOn() throws IOException {
        String said = follow("plugins.md", 2);
        assertTrue(said.contains("isru") && said.contains("relu"), said);
        assertEquals(
                List.of(),
                said.lines().filter(line -> line.contains("[WARNING]")).toList());
        assertTrue(said.contains("nothing is wrong with permutation-entropy"), said);
        assertTrue(said.contains("permutation-entropy.jar: OK"), said);
        assertTrue(said.contains("Permutation entropy: how evenly"), said);
        assertTrue(Files.exists(folder.resolve("permutation-entropy/results/report.html")), said);
        assertTrue(
                Files.readString(folder.resolve("eager/results/provenance.json"))
                        .contains("backend/eager"),
                said);
        String deployed = "com/example/permutation-entropy/1.0.0/permutation-entropy-1.0.0.jar";
        Map<String, String> release = Folders.sums(folder.resolve("release"));
        assertEquals(
                release.get("permutation-entropy.jar"),
                Folders.sums(folder.resolve("maven")).get(deployed));
        assertTrue(Files.readString(folder.resolve("lab-plugins/plugins.lock")).contains("permutation-entropy"), said);
        assertTrue(said.endsWith("\n") && said.lastIndexOf("permutation-entropy") > said.lastIndexOf("added"), said);
    }

    @Test
    void theCommandsOfTheReferenceSayWhatItSays() throws IOException {
        String said = follow("plugin-reference.md", 2);
        assertTrue(said.contains("highway/modules/highway.jar: OK"), said);
        Nrs.run(
                        folder,
                        Map.of("NRS_PLUGINS", "plugins"),
                        List.of(
                                Image.HOME.resolve("bin/nrs").toString(),
                                "run",
                                SmallStudy.quick(folder).toString(),
                                "--set",
                                "parameters.layers=[mlp,mlp+highway]",
                                "--out",
                                "out"))
                .done();
        assertTrue(Files.readString(folder.resolve("out/provenance.json")).contains("layer/highway"), "provenance");
    }
}
