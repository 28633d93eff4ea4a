package org.neuralredshift.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeAccessTest {
    /** A constructor that can be run only with the right to call native code. */
    private static final String DEMAND = "if (!getClass().getModule().isNativeAccessEnabled())"
            + " throw new IllegalCallerException(\"Illegal native access from \" + getClass().getModule());";

    @TempDir
    private Path temp;

    private Path plugins;
    private JarFixture jars;

    @BeforeEach
    void prepare() throws IOException {
        plugins = Files.createDirectories(temp.resolve("plugins"));
        jars = new JarFixture(temp.resolve("work"));
        for (String name : List.of("first", "second")) {
            jars.metric(name, name, "", DEMAND, plugins.resolve(name + ".jar"));
        }
    }

    private List<PluginRecord> load(NativeAccess nativeAccess) {
        try (PluginLoader loader = new PluginLoader(List.of(plugins), Disabled.none(), nativeAccess)) {
            return loader.load().plugins();
        }
    }

    private static List<PluginState> states(List<PluginRecord> records) {
        return records.stream().map(PluginRecord::state).toList();
    }

    @Test
    void onlyThePluginThatIsNamedHasIt() {
        List<PluginRecord> records = load(NativeAccess.none().with("second"));
        assertEquals(List.of(PluginState.REJECTED, PluginState.READY), states(records));
        Rejection rejection = records.getFirst().rejection().orElseThrow();
        assertEquals(RejectionCode.NATIVE_ACCESS, rejection.code());
        assertTrue(rejection.sentence().contains("first.Given"), rejection.sentence());
        Notice notice = records.getLast().notices().getLast();
        assertEquals(Notice.Code.NATIVE_ACCESS, notice.code());
        assertTrue(notice.sentence().contains("you allowed it"), notice.sentence());
    }

    @Test
    void theLibrariesOfAPluginHaveItToo() throws IOException {
        Path folder = plugins.resolve("third/modules");
        String library = "package library; public class Calls { public static void call() {"
                + DEMAND.replace("getClass()", "Calls.class") + " } }";
        Path jar = jars.module(
                "library", "module library { exports library; }", List.of(library), folder.resolve("library.jar"));
        String descriptor = "module third { requires org.neuralredshift.api; requires library;"
                + " provides org.neuralredshift.api.metric.Metric with third.Given; }";
        jars.module(
                "third",
                descriptor,
                List.of(JarFixture.metricSource("third", "third", "library.Calls.call();")),
                Stream.of(System.getProperty("jdk.module.path"), jar.toString())
                        .reduce((a, b) -> a + java.io.File.pathSeparator + b)
                        .orElseThrow(),
                "1.0",
                folder.resolve("third.jar"));
        assertEquals(
                List.of(PluginState.REJECTED, PluginState.REJECTED, PluginState.READY),
                states(load(NativeAccess.none().with("third"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.load(\"/none\");",
                "System.loadLibrary(\"none\");",
                "Runtime.getRuntime().loadLibrary(\"none\");",
                "java.util.function.Consumer<String> load = System::load; load.accept(\"/none\");",
                "java.util.stream.Stream.of(\"none\").forEach(Runtime.getRuntime()::load);",
                "java.lang.foreign.SymbolLookup.libraryLookup(\"none\", java.lang.foreign.Arena.global());",
                "java.lang.foreign.Linker.nativeLinker().downcallHandle(java.lang.foreign.FunctionDescriptor.ofVoid());",
                "java.lang.foreign.MemorySegment.ofAddress(64).reinterpret(8);",
                "java.lang.foreign.ValueLayout.ADDRESS.withTargetLayout(java.lang.foreign.ValueLayout.JAVA_INT);",
                "for (long i = 0; ; i++) { try { if (i == 3) System.load(\"/none\"); } finally { i += 0; } }"
            })
    void aClassPathPluginThatIsNotNamedIsRefusedEveryCall(String call) throws IOException {
        jars.classPathMetric("third", "third", call, plugins.resolve("third/classpath/third.jar"));
        Rejection rejection = load(NativeAccess.none()).getLast().rejection().orElseThrow();
        assertEquals(RejectionCode.NATIVE_ACCESS, rejection.code(), rejection.sentence());
        assertTrue(rejection.sentence().contains("third.Given.<init>(Given.java:"), rejection.sentence());
    }

    @Test
    void aClassPathPluginMayHaveMethodsOfTheSameNames() throws IOException {
        String calls = "new Object() { void load(String file) {} void reinterpret(long size) {} }.load(\"/none\");"
                + " Runtime.getRuntime().availableProcessors(); java.util.ServiceLoader.load(Runnable.class);";
        jars.classPathMetric("third", "third", calls, plugins.resolve("third/classpath/third.jar"));
        PluginRecord record = load(NativeAccess.none()).getLast();
        assertEquals(PluginState.READY, record.state(), record.toString());
    }

    @Test
    void anotherIllegalCallerIsAFaultOfThePlugin() throws IOException {
        String call = "throw new IllegalCallerException(\"no caller frame\");";
        jars.metric("third", "third", "", call, plugins.resolve("third.jar"));
        Rejection rejection = load(NativeAccess.none()).getLast().rejection().orElseThrow();
        assertEquals(RejectionCode.CONSTRUCTOR, rejection.code(), rejection.sentence());
    }

    @Test
    void aCircleOfCausesIsNoRefusalAndIsLeft() {
        Exception first = new Exception("first");
        first.initCause(new Exception("second", first));
        assertEquals(
                Optional.empty(), assertTimeoutPreemptively(Duration.ofSeconds(10), () -> NativeRefusal.of(first)));
    }

    @Test
    void aDistributionSpeaksForItsOwnFolderOnly() throws IOException {
        Path other = Files.createDirectories(temp.resolve("other"));
        Files.writeString(other.resolve(NativeAccess.NAME), "first\n");
        Files.writeString(plugins.resolve(NativeAccess.NAME), "second # ours\n");
        assertEquals(
                List.of(PluginState.REJECTED, PluginState.REJECTED),
                states(load(NativeAccess.none().shippedIn(other))));
        List<PluginRecord> records = load(NativeAccess.none().shippedIn(plugins));
        assertEquals(List.of(PluginState.REJECTED, PluginState.READY), states(records));
        String sentence = records.getLast().notices().getLast().sentence();
        assertTrue(sentence.contains("the maker of this distribution allowed it"), sentence);
    }

    @Test
    void theFileHoldsTheUsersNames() throws IOException {
        Path file = temp.resolve("new/" + NativeAccess.NAME);
        Files.writeString(plugins.resolve(NativeAccess.NAME), "second\n");
        NativeAccess.read(file).shippedIn(plugins).with("b").with("a").write(file);
        assertEquals("a\nb\n", Files.readString(file).replace("\r", ""));
        assertEquals(Set.of("b"), NativeAccess.read(file).without("a").names());
    }
}
