package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsCommandTest {
    @TempDir
    private Path folder;

    private Path plugins;
    private Host host;

    @BeforeEach
    void install() throws IOException {
        plugins = TestPlugin.in(folder);
        Files.writeString(plugins.resolve("broken.jar"), "no archive");
        host = new Host(
                Optional.of(folder),
                Map.of("XDG_CONFIG_HOME", folder.resolve("configuration").toString()));
    }

    private String done(String... arguments) {
        Invocation nrs = Invocation.of(host, arguments);
        assertEquals(0, nrs.exitCode(), nrs.err());
        return nrs.out();
    }

    private JsonNode json(String... arguments) throws IOException {
        return new ObjectMapper().readTree(done(arguments));
    }

    private void refused(String word, String... arguments) {
        Invocation nrs = Invocation.of(host, arguments);
        assertEquals(2, nrs.exitCode(), nrs.out());
        assertTrue(nrs.err().contains(word), nrs.err());
    }

    @Test
    void listsFoldersAndWhatTheArchivesSay() throws IOException {
        JsonNode all = json("plugins", "list", "--json");
        assertEquals("image", all.at("/folders/0/origin").asText());
        assertFalse(all.at("/folders/0/locked").asBoolean());
        assertEquals("UNLOCKED", all.at("/folders/0/notices/0/code").asText());
        assertEquals("rejected", all.at("/plugins/0/state").asText());
        assertEquals("NOT_A_JAR", all.at("/plugins/0/code").asText());
        assertEquals("verified", all.at("/plugins/0/reached").asText());
        assertEquals("resolved", all.at("/plugins/1/state").asText());
        assertEquals("metric test.plugin.Range", all.at("/plugins/1/offers/0").asText());
        String text = done("plugins");
        assertTrue(
                text.contains("(image, UNLOCKED)") && text.contains("range   resolved  metric test.plugin.Range"),
                text);
    }

    @Test
    void whyTellsEveryStepOfAnId() throws IOException {
        String text = done("plugins", "why", "range");
        for (String word :
                new String[] {"found ", "verified ", "resolved ", "bound ", "ready ", "describe metric/range"}) {
            assertTrue(text.contains(word), word + " in " + text);
        }
        JsonNode why = json("plugins", "why", plugins.resolve("range.jar").toString(), "--json");
        assertEquals(5, why.at("/0/steps").size());
    }

    @Test
    void whyTellsTheReasonAndTheNextStep() {
        String text = done("plugins", "why", "broken");
        assertTrue(text.contains("NOT_A_JAR") && text.contains("Next: build or copy it again"), text);
    }

    @Test
    void whySuggestsNearMisses() throws IOException {
        refused("Did you mean range?", "plugins", "why", "rnage");
        refused("broken (NOT_A_JAR)", "plugins", "why", "entropy");
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.jar"), "");
        refused("lies in no plugin folder", "plugins", "why", elsewhere.toString());
        Path zip = Files.writeString(plugins.resolve("range.zip"), "");
        refused("does not end in .jar", "plugins", "why", zip.toString());
    }

    @Test
    void aTrustedJarRunsAndNoOther() throws IOException {
        String text = done("plugins", "trust", "range");
        assertTrue(text.contains("not trusted, so not loaded  " + plugins.resolve("broken.jar")), text);
        assertTrue(done("list", "metrics").contains("range"));
        assertEquals(
                "NOT_TRUSTED",
                json("plugins", "why", "broken", "--json").at("/0/code").asText());
        Files.write(plugins.resolve("range.jar"), new byte[] {1});
        String why = done("plugins", "why", "range");
        assertTrue(why.contains("CHECKSUM") && why.contains("nrs plugins trust"), why);
        done("plugins", "trust", plugins.toString());
        assertEquals(
                "NOT_A_JAR",
                json("plugins", "why", "range", "--json").at("/0/code").asText());
    }

    @Test
    void trustingWhatIsNotThereIsRefused() {
        refused("Did you mean range?", "plugins", "trust", "rnge");
    }

    @Test
    void whatIsDisabledIsNotLoadedUntilItIsEnabled() throws IOException {
        assertTrue(done("plugins", "disable", "range").contains("disabled  range"));
        assertFalse(done("list", "metrics").contains("range"));
        String why = done("plugins", "why", "range");
        assertTrue(why.contains("DISABLED") && why.contains("Next: nrs plugins enable range"), why);
        refused("Did you mean range?", "plugins", "enable", "rangee");
        done("plugins", "enable", "range");
        assertTrue(done("list", "metrics").contains("range"));
    }

    @Test
    void disablingAndEnablingAnswerInJson() throws IOException {
        Path file = folder.resolve("configuration/nrs/plugins.disabled");
        JsonNode disabled = json("plugins", "disable", "range", "--json");
        assertEquals("range", disabled.at("/name").asText());
        assertEquals("disabled", disabled.at("/state").asText());
        assertEquals(file.toString(), disabled.at("/written").asText());
        assertEquals("range\n", Files.readString(file));
        JsonNode enabled = json("plugins", "enable", "range", "--json");
        assertEquals("enabled", enabled.at("/state").asText());
        assertEquals("", Files.readString(file));
    }

    @Test
    void nativeAccessIsGivenToOnePluginAndTakenBack() throws IOException {
        Path file = folder.resolve("configuration/nrs/plugins.native");
        refused("Did you mean range?", "plugins", "enable", "rnage", "--native");
        assertTrue(done("plugins", "enable", "range", "--native").contains("enabled  range, native access"));
        assertEquals("range\n", Files.readString(file));
        JsonNode range = json("plugins", "list", "--json").at("/plugins/1");
        assertEquals("NATIVE_ACCESS", range.at("/notices/0/code").asText(), range.toString());
        assertTrue(done("plugins", "why", "range").contains("you allowed it"));
        JsonNode disabled = json("plugins", "disable", "range", "--native", "--json");
        assertTrue(disabled.at("/native").asBoolean(), disabled.toString());
        assertEquals("", Files.readString(file));
        refused("You did not let range", "plugins", "disable", "range", "--native");
        Files.writeString(plugins.resolve("plugins.native"), "range\n");
        assertTrue(done("plugins", "list").contains("the maker of this distribution allowed it"));
        refused("plugins.native", "plugins", "disable", "range", "--native");
    }

    @Test
    void anExtensionIsDisabledByKindAndId() throws IOException {
        done("plugins", "disable", "metric/range");
        String why = done("plugins", "why", "metric/range");
        assertTrue(why.contains("Next: nrs plugins enable metric/range"), why);
        refused("Did you mean metric/range?", "plugins", "disable", "metric/rnage");
    }

    @Test
    void anImageWithoutATestKitVerifiesNothing() throws IOException {
        refused("has no test kit", "plugins", "verify", "range");
        Files.createDirectory(folder.resolve("kit"));
        refused("Unpack the image again", "plugins", "verify", "range");
    }

    @Test
    void aMisspeltSubcommandIsCorrected() {
        refused("Did you mean trust?", "plugins", "trsut");
    }
}
