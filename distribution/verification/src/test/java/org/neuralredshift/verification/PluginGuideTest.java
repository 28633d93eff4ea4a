package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/plugins.md says, word for word, as a stranger would. */
class PluginGuideTest {
    private static final Pattern SOURCE =
            Pattern.compile("`((?:src|layer|metric)/[^`]*\\.java)`[^`]*```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theGuideLeadsToAnActivationALayerAndAMetricThatRun() throws IOException {
        String guide = Files.readString(Image.SOURCES.resolve("docs/plugins.md"));
        Matcher sources = SOURCE.matcher(guide);
        int files = 0;
        while (sources.find()) {
            Path file = folder.resolve(sources.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, sources.group(2));
            files++;
        }
        assertEquals(6, files, "sources in the guide");
        Matcher commands = COMMANDS.matcher(guide);
        assertTrue(commands.find(), "commands in the guide");

        String tools = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
        String listed = Nrs.run(
                        folder,
                        Map.of("NRS", Image.HOME.toString(), "PATH", tools),
                        List.of("sh", "-euc", commands.group(1)))
                .done()
                .out();
        assertTrue(listed.contains("isru") && listed.contains("relu"), listed);
        assertTrue(commands.find(), "commands for the layer in the guide");
        StringBuilder said = new StringBuilder();
        do {
            said.append(Nrs.run(
                            folder,
                            Map.of("NRS", Image.HOME.toString(), "PATH", tools),
                            List.of("sh", "-euc", commands.group(1)))
                    .done()
                    .out());
        } while (commands.find());
        assertTrue(said.toString().contains("crossings[level=0.9]"), "measure: " + said);
        assertTrue(said.toString().contains("describe activation/isru"), "why: " + said);
        assertTrue(said.toString().contains("isru/modules/isru.jar: OK"), "sha256sum: " + said);

        Nrs.run(
                        folder,
                        Map.of("NRS_PLUGINS", "plugins"),
                        List.of(
                                Image.HOME.resolve("bin/nrs").toString(),
                                "run",
                                SmallStudy.quick(folder).toString(),
                                "--set",
                                "parameters.activation=[tanh,isru]",
                                "--set",
                                "parameters.layers=[mlp,mlp+highway]",
                                "--out",
                                "out"))
                .done();
        assertTrue(Files.readString(folder.resolve("out/provenance.json")).contains("layer/highway"), "provenance");
        assertTrue(Files.readString(folder.resolve("out/report.html")).contains("isru"), "report");
    }

    @Test
    void aBrokenNeighbourIsReportedAndStopsNothing() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins/broken/modules"));
        Files.writeString(plugins.resolve("broken.jar"), "no archive");
        Nrs.Result listed = Nrs.run(folder, "--plugins", "plugins", "list", "plugins", "--json")
                .done();
        assertTrue(listed.out().contains("NOT_A_JAR"), listed.out());
        Nrs.run(folder, "--plugins", "plugins", "run", SmallStudy.quick(folder), "--out", "out")
                .done();
    }
}
