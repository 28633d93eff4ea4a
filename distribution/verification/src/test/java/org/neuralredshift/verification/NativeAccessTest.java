package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that call native code: the function {@code getpid} of the C library. */
class NativeAccessTest {
    private static final String CALL = """
            public Given() {
                var linker = java.lang.foreign.Linker.nativeLinker();
                var function = linker.defaultLookup().findOrThrow("getpid");
                try {
                    long id = (int) linker.downcallHandle(
                            function, java.lang.foreign.FunctionDescriptor.of(java.lang.foreign.ValueLayout.JAVA_INT))
                            .invokeExact();
                    if (id != ProcessHandle.current().pid()) {
                        throw new IllegalStateException("another process: " + id);
                    }
                } catch (RuntimeException e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            }
            """;

    @TempDir
    private Path folder;

    private String nrs(Object... arguments) {
        return Nrs.run(folder, arguments).done().out();
    }

    /** The same as class-path plugins, which to the JVM are all one. */
    @Test
    void ofClassPathPluginsToo() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        for (String name : new String[] {"trusted", "unknown"}) {
            Path modules = fixture.metric(name, CALL, PluginFixture.ONE);
            Path jar = fixture.plugins().resolve(name).resolve("classpath/old.jar");
            Files.createDirectories(jar.getParent());
            asLibrary(Files.move(modules, jar), name);
            Files.delete(modules.getParent());
        }
        Path plugins = fixture.plugins();
        nrs("plugins", "enable", "trusted", "--native", "--plugins", plugins);
        String metrics = nrs("list", "metrics", "--plugins", plugins);
        assertTrue(metrics.contains("trusted") && !metrics.contains("unknown"), metrics);
        String why = nrs("plugins", "why", "unknown", "--plugins", plugins);
        assertTrue(why.contains("NATIVE_ACCESS") && why.contains("Given.java"), why);
    }

    /** Takes the descriptor away and names the provider in META-INF/services. */
    private static void asLibrary(Path jar, String name) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.delete(zip.getPath("module-info.class"));
            Path services = Files.createDirectories(zip.getPath("META-INF/services"));
            Files.writeString(services.resolve("org.neuralredshift.api.metric.Metric"), name + ".Given\n");
        }
    }

    @Test
    void onlyThePluginThatTheUserNamedMayCallIt() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        fixture.metric("trusted", CALL, PluginFixture.ONE);
        fixture.metric("unknown", CALL, PluginFixture.ONE);
        Path plugins = fixture.plugins();
        String why = nrs("plugins", "why", "trusted", "--plugins", plugins);
        assertTrue(why.contains("NATIVE_ACCESS") && why.contains("Given.java"), why);
        assertTrue(why.contains("Next: if you trust it, nrs plugins enable trusted --native"), why);
        nrs("plugins", "enable", "trusted", "--native", "--plugins", plugins);
        String metrics = nrs("list", "metrics", "--plugins", plugins);
        assertTrue(metrics.contains("trusted") && !metrics.contains("unknown"), metrics);
        String both = nrs("plugins", "list", "--plugins", plugins);
        assertTrue(both.contains("trusted: NATIVE_ACCESS") && !both.contains("unknown: NATIVE_ACCESS"), both);
    }

    @Test
    void oneThatMayCallItIsVerifiedAsOne() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        fixture.metric("trusted", CALL, PluginFixture.ONE);
        Path plugins = fixture.plugins();
        nrs("plugins", "enable", "trusted", "--native", "--plugins", plugins);
        Nrs.Result verified = Nrs.run(folder, "plugins", "verify", "trusted", "--plugins", plugins);
        assertTrue(
                verified.out().contains("passed     its providers are found in a layer of their own")
                        && verified.out().contains("passed     it loads beside a rival"),
                verified::toString);
    }
}
