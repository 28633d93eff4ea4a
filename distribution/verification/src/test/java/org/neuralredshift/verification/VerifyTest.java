package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The test kit, run by the command on plugins that are built: those that ship are right, and wrong ones are found. */
class VerifyTest {
    private static final String RANGE = """
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            double sum = 0;
            float[] values = function.values();
            for (int i = 0; i < values.length; i++) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
                sum += i == 0 ? 0 : Math.abs((double) values[i] - values[i - 1]);
            }
            out.value(sum / values.length / ((double) high - low));
            """;

    @TempDir
    private Path folder;

    private PluginFixture fixture() {
        return new PluginFixture(folder);
    }

    private Nrs.Result verify(Object... arguments) {
        Object[] words = Stream.concat(Stream.of("plugins", "verify"), Stream.of(arguments))
                .toArray();
        return Nrs.run(folder, words);
    }

    /** Something is wrong, and one check of that name and of these words tells it. */
    private static void finds(Nrs.Result verified, String check, String... words) {
        assertEquals(1, verified.exit(), verified::toString);
        Matcher failed = Pattern.compile(" {2}failed +" + check + "[^\n]*").matcher(verified.out());
        assertTrue(failed.find(), () -> "no failed '" + check + "' in " + verified);
        for (String word : words) {
            assertTrue(failed.group().contains(word), () -> "no '" + word + "' in " + failed.group());
        }
        assertTrue(verified.out().contains("Verdict: something is wrong"), verified::toString);
    }

    static List<String> shipped() throws IOException {
        try (Stream<Path> plugins = Files.list(Image.HOME.resolve("plugins"))) {
            return plugins.filter(Files::isDirectory)
                    .map(plugin -> plugin.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** A backend for a card is judged where there is one: elsewhere the verdict is that too little could run. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyPluginThatShipsIsRight(String name) {
        Nrs.Result verified = verify(name);
        boolean judged = !(name.equals("cuda") && verified.out().contains("cuda cannot run here: "));
        assertEquals(judged ? 0 : 1, verified.exit(), verified::toString);
        assertTrue(verified.out().contains(", 0 failed, "), verified::toString);
        assertEquals(!judged, verified.out().contains("Verdict: too little could run here"), verified::toString);
    }

    @Test
    void aJarIsVerifiedWhereverItLies() throws IOException {
        Path jar = folder.resolve("target/a range.jar");
        fixture().module("range", "range", "", "", RANGE, jar);
        Nrs.Result verified = verify(jar, "--json").done();
        String out = verified.out().replaceAll("\\s", "");
        assertTrue(out.contains("\"verdict\":\"passed\""), verified::toString);
        assertTrue(out.contains("\"subject\":\"modulerange\""), verified::toString);
        assertTrue(out.contains("\"check\":\"tellsNoiseFromAWave\",\"outcome\":\"passed\""), verified::toString);
        assertTrue(out.contains("\"failed\":0"), verified::toString);
    }

    @Test
    void aPluginOfTheClassPathIsVerifiedWithoutAModule() throws IOException {
        fixture().classPath("flat", fixture().plugins().resolve("flat/classpath/flat.jar"));
        Nrs.Result verified = verify("flat", "--plugins", "plugins");
        finds(verified, "tells noise from a wave", "noise has the value 1.0");
        assertTrue(verified.out().contains("a class-path plugin has no module"), verified::toString);
    }

    @Test
    void aMetricThatRemembersIsFound() throws IOException {
        fixture().metric("keeper", "private static int seen;", RANGE.replace("double sum = 0", "double sum = seen++"));
        finds(verify("plugins/keeper"), "keeps nothing from function to function", "after other functions");
    }

    @Test
    void aMetricThatThrowsIsFoundWithThePlace() throws IOException {
        fixture().metric("thrower", "", "throw new IllegalStateException(\"no luck\");");
        finds(verify("plugins/thrower"), "tells noise from a wave", "no luck", "thrower.Given");
    }

    @Test
    void whatItsAuthorMayDeclareFailsOnlyWhenThatIsAsked() throws IOException {
        fixture().metric("depth", "", RANGE.replace("/ ((double) high - low)", ""));
        Nrs.Result verified = verify("plugins/depth").done();
        assertTrue(
                verified.out().contains("undecided  is blind to what it declares")
                        && verified.out().contains("scale"),
                verified::toString);
        assertEquals(1, verify("plugins/depth", "--strict").exit());
    }

    @Test
    void aCheckThatDoesNotEndIsReportedAndTheCommandEnds() throws IOException {
        fixture().metric("endless", "", "while (true) { Thread.onSpinWait(); }");
        Nrs.Result verified = verify("plugins/endless", "--limit", 6);
        finds(verified, "", "not ended within 6 s", "endless.Given");
        assertTrue(verified.out().contains("not begun"), verified::toString);
    }

    @Test
    void aPluginThatTakesTheApiOfARivalForItsOwnIsFound() throws IOException {
        fixture().metric("gullible", """
                public Given() throws ClassNotFoundException {
                    ClassLoader any = Thread.currentThread().getContextClassLoader();
                    Class<?> api = Class.forName("org.neuralredshift.api.metric.Metric", false, any);
                    if (!api.isInstance(this)) { throw new ClassCastException("no metric"); }
                }
                """, RANGE);
        finds(verify("plugins/gullible"), "it loads beside a rival that brings a copy of the api", "no metric");
    }

    @Test
    void aPluginThatWouldEndTheProcessIsFound() throws IOException {
        fixture().metric("exiter", "", "System.exit(0);");
        finds(verify("plugins/exiter"), "tells noise from a wave", "called System.exit(0)", "exiter.Given");
    }

    @Test
    void oneThatHidesThatItDoesIsNoSuccess() throws IOException {
        fixture().metric("sly", "", """
                try {
                    System.class.getMethod("exit", int.class).invoke(null, 0);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
                """);
        Nrs.Result verified = verify("plugins/sly");
        assertEquals(1, verified.exit(), verified::toString);
        assertTrue(
                verified.err().contains("a call of System.exit at ")
                        && verified.err().contains("sly.Given"),
                verified::toString);
    }

    @Test
    void whatAPluginPrintsIsNoPartOfTheAnswer() throws IOException {
        fixture().metric("talker", "", "System.out.println(\"BLAH\"); " + RANGE);
        Nrs.Result verified = verify("plugins/talker", "--json");
        assertFalse(verified.out().contains("BLAH"), verified::toString);
        assertTrue(verified.err().contains("BLAH"), verified::toString);
    }

    @Test
    void anActivationWithAWrongSlopeIsFound() throws IOException {
        PluginFixture fixture = fixture();
        Path classes = fixture.compile(
                Map.of("module-info.java", """
                        module kinked {
                            requires org.neuralredshift.api;
                            provides org.neuralredshift.api.network.Activation with kinked.Kinked;
                        }
                        """, "kinked/Kinked.java", """
                        package kinked;
                        import org.neuralredshift.api.Description;
                        import org.neuralredshift.api.expression.Scalar;
                        import org.neuralredshift.api.network.Activation;
                        import org.neuralredshift.api.network.Arguments;
                        public final class Kinked implements Activation {
                            public String id() { return "tanh"; }
                            public int revision() { return 1; }
                            public Description description() { return Description.of("a fixture"); }
                            public Scalar apply(Scalar x, Arguments none) {
                                return x.ifEqual(Scalar.of(0), Scalar.of(0), x.tanh());
                            }
                        }
                        """),
                "--module-path",
                Image.HOME.resolve("lib").toString());
        Path jar = PluginFixture.jar(classes, folder.resolve("kinked.jar"));
        Nrs.Result verified = verify(jar);
        finds(verified, "has the slope of its differences", "the slope at 0.0 is 0.0");
        assertTrue(verified.out().contains("passed     is the same on every backend (2 cases)"), verified::toString);
        assertTrue(verified.out().contains("the plugin activations provides activation/tanh"), verified::toString);
    }

    @Test
    void aBackendThatCannotRunHereIsNotTakenForRight() throws IOException {
        Path classes = fixture()
                .compile(
                        Map.of("module-info.java", """
                                module absent {
                                    requires org.neuralredshift.api;
                                    provides org.neuralredshift.api.compute.Backend with absent.Absent;
                                }
                                """, "absent/Absent.java", """
                                package absent;
                                import org.neuralredshift.api.Description;
                                import org.neuralredshift.api.compute.Availability;
                                import org.neuralredshift.api.compute.Backend;
                                import org.neuralredshift.api.compute.Executable;
                                import org.neuralredshift.api.graph.Graph;
                                public final class Absent implements Backend {
                                    public String id() { return "absent"; }
                                    public int revision() { return 1; }
                                    public Description description() { return Description.of("a fixture"); }
                                    public Availability probe() { return Availability.no("no such device"); }
                                    public Executable compile(Graph graph) { throw new IllegalStateException(); }
                                }
                                """),
                        "--module-path",
                        Image.HOME.resolve("lib").toString());
        Path jar = PluginFixture.jar(classes, folder.resolve("absent.jar"));
        Nrs.Result verified = verify(jar);
        assertEquals(1, verified.exit(), verified::toString);
        assertTrue(
                verified.out().contains("unproved   is proved: none of the checks of its kind has run")
                        && verified.out().contains("no such device")
                        && verified.out().contains("Verdict: too little could run here to judge absent"),
                verified::toString);
        Nrs.Result inJson = verify(jar, "--json");
        assertTrue(inJson.out().replaceAll("\\s", "").contains("\"verdict\":\"unproved\""), inJson::toString);
    }

    @Test
    void aRejectedPluginIsExplained() throws IOException {
        Path jar = Files.writeString(folder.resolve("broken.jar"), "no archive");
        Nrs.Result verified = verify(jar);
        assertEquals(1, verified.exit(), verified::toString);
        assertTrue(
                verified.out().contains("NOT_A_JAR") && verified.out().contains("nrs plugins verify "),
                verified::toString);
        fixture().builtAgainst("2.0.0", "newer");
        assertTrue(verify("plugins/newer", "--json").out().contains("API_MAJOR"));
    }

    @Test
    void whatIsNoPluginIsRefused() throws IOException {
        verify("missing.jar").refused("There is no file missing.jar");
        verify("spectrall").refused("Did you mean spectral?");
        verify(Files.createDirectories(folder.resolve("empty"))).refused("not the folder of a plugin");
        verify(Files.writeString(folder.resolve("notes.txt"), "")).refused("does not end in .jar");
        verify("spectral", "--limit", 0).refused("--limit 0");
    }
}
