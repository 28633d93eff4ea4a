package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
}
