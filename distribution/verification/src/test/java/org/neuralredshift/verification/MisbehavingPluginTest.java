package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that a run names and that misbehave in the midst of it. */
class MisbehavingPluginTest {
    @TempDir
    private Path folder;

    private Path study(String metric) throws IOException {
        return Files.writeString(folder.resolve(metric + ".yaml"), """
                study: %1$s
                task: random-functions
                seeds: 8
                null-models: []
                parameters:
                  depth: 1
                  width: 8
                  magnitude: [1, 2]
                  grid: 16
                metrics: [fourier, %1$s]
                """.formatted(metric));
    }

    private Nrs.Result run(PluginFixture fixture, String metric, Object... more) throws IOException {
        Object[] words = {"run", study(metric), "--out", metric, "--plugins", fixture.plugins(), "--json"};
        Object[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Nrs.run(folder, all);
    }

    /** 2 magnitudes x 8 seeds; the row of the other metric is as ever. */
    private static final String HALF = "\"rows\":{\"failed\":16,\"ok\":16}";

    @Test
    void aMetricThatThrowsFailsAlone() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        fixture.metric("thrower", "", "throw new IllegalStateException(\"no luck\");");
        Nrs.Result run = run(fixture, "thrower").done();
        assertTrue(run.out().replaceAll("\\s", "").contains(HALF), run::toString);
    }

    @Test
    void aMetricThatGivesNaNFailsAlone() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        fixture.metric("nan", "", "out.value(Double.NaN);");
        Nrs.Result run = run(fixture, "nan").done();
        assertTrue(run.out().replaceAll("\\s", "").contains(HALF), run::toString);
    }

    @Test
    void aMetricThatKeepsAllMemoryStopsTheRunAndNotTheMachine() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        fixture.metric("hoarder", "", "for (int i = 0; i < 64; i++) { KEPT.add(new byte[1 << 20]); } out.value(1);");
        Nrs.Result run = Nrs.run(
                folder,
                Map.of("NRS_JAVA_OPTIONS", "-Xmx128m"),
                List.of(
                        Image.HOME.resolve("bin/nrs").toString(),
                        "run",
                        study("hoarder").toString(),
                        "--out",
                        "hoarder",
                        "--plugins",
                        fixture.plugins().toString()));
        run.refused("memory");
    }

    @Test
    void aMetricThatWouldEndTheProcessFailsAloneAndItsRowsSayWhy() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        fixture.metric("quitter", "", "System.exit(0);");
        Nrs.Result run = run(fixture, "quitter").done();
        assertTrue(run.out().replaceAll("\\s", "").contains(HALF), run::toString);
        String rows = Files.readString(folder.resolve("quitter/rows/00000.arrow"), StandardCharsets.ISO_8859_1);
        String reason = "quitter: ExitError: the plugin quitter called System.exit(0) at quitter.Given";
        assertTrue(rows.contains(reason), "no reason in the rows");
        assertTrue(Files.exists(folder.resolve("quitter/report.html")), "the report is drawn");
    }

    @Test
    void aMetricThatEndsTheProcessByReflectionIsNamedAndTheExitCodeIsNotItsOwn() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        String call = "try { System.class.getMethod(\"exit\", int.class).invoke(null, 0); }"
                + " catch (ReflectiveOperationException e) { throw new IllegalStateException(e); }";
        fixture.metric("sneaker", "", call);
        Nrs.Result run = run(fixture, "sneaker");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains("System.exit") && run.err().contains("Given.java"), run::toString);
    }

    @Test
    void rowsNameThePluginsThatComputedThemAndOthersDoNotGoOn() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        fixture.good("mine");
        Nrs.Result first = run(fixture, "mine", "--threads", 1);
        assertEquals(0, first.exit(), first::toString);
        String sum = Folders.sums(fixture.plugins()).get("mine/modules/mine.jar");
        String rows = Files.readString(folder.resolve("mine/rows/00000.arrow"), StandardCharsets.ISO_8859_1);
        assertTrue(rows.contains("metric/mine") && rows.contains(sum), "no " + sum + " in the rows");
        fixture.metric("mine", "", "out.value(2);");
        run(fixture, "mine", "--resume").refused("mine", sum, "--out");
    }

    @Test
    void aLockLetsOnlyTheTrustedBytesRun() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        fixture.good("mine");
        Path plugins = fixture.plugins();
        Nrs.run(folder, "plugins", "trust", plugins, "--plugins", plugins).done();
        String lock = Files.readString(plugins.resolve("plugins.lock"));
        assertEquals(Folders.sums(plugins).get("mine/modules/mine.jar") + "  mine/modules/mine.jar\n", lock);
        assertTrue(Nrs.run(folder, "list", "metrics", "--plugins", plugins)
                .done()
                .out()
                .contains("mine"));
        fixture.metric("mine", "", "out.value(2);");
        run(fixture, "mine").refused("mine");
        Nrs.Result why =
                Nrs.run(folder, "plugins", "why", "mine", "--plugins", plugins).done();
        assertTrue(why.out().contains("CHECKSUM") && why.out().contains("nrs plugins trust"), why::toString);
    }
}
