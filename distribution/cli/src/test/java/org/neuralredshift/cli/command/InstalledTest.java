package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.engine.io.Npy;

/** Commands that look at what is installed, with a plugin that the engine loads from a JAR. */
class InstalledTest {
    @TempDir
    static Path folder;

    private static Host host;

    @BeforeAll
    static void install() throws IOException {
        TestPlugin.in(folder);
        Files.writeString(folder.resolve("plugins/broken.jar"), "no archive");
        Files.createDirectories(folder.resolve("studies"));
        Files.writeString(folder.resolve("studies/tiny.yaml"), "study: tiny\ntitle: A tiny study\ntask: none\n");
        host = new Host(Optional.of(folder), Map.of());
    }

    private static JsonNode json(String... arguments) throws IOException {
        Invocation nrs = Invocation.of(host, arguments);
        assertEquals(0, nrs.exitCode(), nrs.err());
        return new ObjectMapper().readTree(nrs.out());
    }

    @Test
    void listsEveryKindUnderItsName() throws IOException {
        JsonNode all = json("list", "--json");
        assertEquals("range", all.at("/metrics/0/id").asText());
        assertEquals("A tiny study", all.at("/studies/0/summary").asText());
        assertEquals(0, all.get("backends").size());
    }

    @Test
    void listsOneKindAsAnArray() throws IOException {
        JsonNode metrics = json("list", "metrics", "--json");
        assertEquals(1, metrics.size());
        assertEquals(4, metrics.at("/0/revision").asInt());
        assertEquals("range", metrics.at("/0/plugin").asText());
    }

    @Test
    void tellsWhyAPluginWasNotLoaded() {
        Invocation nrs = Invocation.of(host, "list", "plugins");
        assertTrue(nrs.out().contains("broken  rejected  "), nrs.out());
        assertTrue(nrs.out().contains("broken.jar"), nrs.out());
        assertTrue(Invocation.of(host, "doctor").out().contains("broken was not loaded (NOT_A_JAR)"));
    }

    @Test
    void describesFormulaSourceAndParameters() throws IOException {
        JsonNode range = json("describe", "metric/range", "--json");
        assertEquals("max f - min f", range.get("formula").asText());
        assertEquals("a test", range.get("source").asText());
        JsonNode unit = range.at("/parameters/0");
        assertEquals("unit", unit.get("name").asText());
        assertEquals("real", unit.get("type").asText());
        assertEquals("paper", unit.get("origin").asText());
        assertEquals("volts", unit.get("unit").asText());
        assertEquals(0.5, unit.get("minimum").asDouble());
    }

    @Test
    void describesByIdAloneIfOnlyOneThingHasIt() {
        Invocation qualified = Invocation.of(host, "describe", "metric/range");
        assertTrue(qualified.out().contains("unit  1.0 (paper)  0.5 to 100 volts"), qualified.out());
        assertEquals(qualified, Invocation.of(host, "describe", "range"));
    }

    @Test
    void suggestsWhatWasProbablyMeant() {
        Invocation id = Invocation.of(host, "describe", "metric/rangee");
        assertEquals(2, id.exitCode());
        assertTrue(id.err().contains("Did you mean range?"), id.err());
        assertTrue(Invocation.of(host, "describe", "metrik/range").err().contains("Did you mean metric?"));
        assertTrue(Invocation.of(host, "list", "metrcs").err().contains("Did you mean metrics?"));
        assertTrue(Invocation.of(host, "describe", "study/tny").err().contains("Did you mean tiny?"));
    }

    @Test
    void showsTheFileOfAStudy() {
        Invocation nrs = Invocation.of(host, "describe", "study/tiny");
        assertTrue(nrs.out().contains("  task: none\n"), nrs.out());
    }

    @Test
    void listsThePresetsThatCanBeReproduced() {
        assertEquals(
                "  tiny  A tiny study\n  all   Every one of these, and one page with all claims of the paper\n",
                Invocation.of(host, "reproduce").out());
    }

    @Test
    void readsEveryPresetBeforeTheFirstIsRun() {
        Path out = folder.resolve("all");
        Invocation nrs = Invocation.of(host, "reproduce", "all", "-o", out.toString());
        assertEquals(2, nrs.exitCode());
        assertTrue(nrs.err().contains("tiny.yaml"), nrs.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void measuresAFileWithEveryMetric() throws IOException {
        Path file = folder.resolve("f.npy");
        Npy.write(file, new float[] {0, 1, 2, 4}, 2, 2);
        JsonNode measured = json("measure", file.toString(), "--json");
        assertEquals("range", measured.get("name").asText());
        assertEquals("standard", measured.get("variant").asText());
        assertEquals(4, measured.get("revision").asInt());
        assertEquals(4.0, measured.get("value").asDouble());
        assertEquals("ok", measured.get("status").asText());
    }

    @Test
    void measuresWithParametersInBrackets() throws IOException {
        Path file = folder.resolve("g.npy");
        Npy.write(file, new float[] {0, 1, 2, 4}, 2, 2);
        JsonNode measured = json("measure", file.toString(), "--metric", "range[unit=8]", "--json");
        assertEquals("standard,unit=8", measured.get("variant").asText());
        assertEquals(0.5, measured.get("value").asDouble());
        assertEquals(4.0, measured.get("raw").asDouble());
    }

    @Test
    void aMetricThatThrowsIsNamedAndTheRestIsMeasured() throws IOException {
        Path first = folder.resolve("first.npy");
        Path second = folder.resolve("second.npy");
        Npy.write(first, new float[] {0, 1, 2, 4}, 2, 2);
        Npy.write(second, new float[] {0, 1, 2, 5}, 2, 2);
        String[] arguments = {
            "measure", first.toString(), second.toString(), "--metric", "range[unit=13]", "--metric", "range", "--json"
        };
        Invocation nrs = Invocation.of(host, arguments);
        assertEquals(1, nrs.exitCode());
        String[] lines = nrs.out().split("\n");
        assertEquals(4, lines.length);
        JsonNode failed = new ObjectMapper().readTree(lines[2]);
        assertEquals("failed", failed.get("status").asText());
        assertEquals(
                "range[unit=13]: IllegalStateException: boo",
                failed.get("reason").asText());
        assertEquals(4, new ObjectMapper().readTree(lines[1]).get("value").asDouble());
        assertEquals(5, new ObjectMapper().readTree(lines[3]).get("value").asDouble());
        for (Path file : List.of(first, second)) {
            assertTrue(nrs.err().contains("nrs: " + file + ": range[unit=13]: IllegalStateException: boo."), nrs.err());
        }
        assertTrue(nrs.err().contains("a fault of the plugin range ("), nrs.err());
        assertFalse(nrs.err().contains("nternal error"), nrs.err());
    }

    @Test
    void theTraceOfAMetricThatThrowsIsThereForItsAuthor() {
        Path file = folder.resolve("traced.npy");
        Npy.write(file, new float[] {0, 1, 2, 4}, 2, 2);
        Invocation nrs = Invocation.of(host, "--debug", "measure", file.toString(), "--metric", "range[unit=13]");
        assertTrue(nrs.err().contains("at range/test.plugin") && nrs.err().contains("Range.java:"), nrs.err());
    }

    @Test
    void aMetricMayDeclineAFunctionForAReasonOfItsOwn() throws IOException {
        Path file = folder.resolve("declined.npy");
        Npy.write(file, new float[] {0, 1, 2, 4}, 2, 2);
        JsonNode measured = json("measure", file.toString(), "--metric", "range[unit=14]", "--json");
        assertEquals("failed", measured.get("status").asText());
        assertEquals("not in this unit", measured.get("reason").asText());
    }

    @Test
    void givesAConstantFunctionAStatusAndNoValue() throws IOException {
        Path file = folder.resolve("constant.npy");
        Npy.write(file, new float[] {3, 3, 3, 3}, 2, 2);
        JsonNode measured = json("measure", file.toString(), "--json");
        assertEquals("constant", measured.get("status").asText());
        assertTrue(measured.get("value").isNull());
    }

    @Test
    void refusesAFileWithANumberThatIsNotFinite() {
        Path file = folder.resolve("nan.npy");
        Npy.write(file, new float[] {0, 1, Float.NaN, 4}, 2, 2);
        Invocation nrs = Invocation.of(host, "measure", file.toString());
        assertEquals(2, nrs.exitCode());
        assertTrue(nrs.err().contains("row 1, column 0"), nrs.err());
    }

    @Test
    void refusesAParameterBeyondItsRange() {
        Invocation nrs = Invocation.of(host, "measure", "any.npy", "--metric", "range[unit=0]");
        assertEquals(2, nrs.exitCode());
        assertTrue(nrs.err().contains("0.5 to 100 volts"), nrs.err());
    }

    @Test
    void saysWhichTaskIsMissingToSample() {
        Invocation nrs = Invocation.of(host, "sample", "--to", "nowhere");
        assertEquals(2, nrs.exitCode());
        assertTrue(nrs.err().contains("There is no task random-functions."), nrs.err());
    }
}
