package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are compiled here, right and wrong. */
class ModuleSuiteTest {
    private static final String METRIC = "org.neuralredshift.api.metric.Metric";
    private static final String CLASS = """
            package mine;
            public class Mine implements org.neuralredshift.api.metric.Metric {
                public String id() { return "mine"; }
                public int revision() { return 1; }
                public org.neuralredshift.api.Description description() { return null; }
                public org.neuralredshift.api.metric.Probe prepare(
                        org.neuralredshift.api.data.SampleSpec spec, org.neuralredshift.api.parameter.Parameters p) {
                    return (function, out) -> out.value(1);
                }
            }
            """;
    private static final String MODULE =
            "module mine { requires org.neuralredshift.api; provides " + METRIC + " with mine.Mine; }";

    @TempDir
    private Path folder;

    private static ModuleSuite suite(Path location) {
        return new ModuleSuite() {
            @Override
            protected Path location() {
                return location;
            }
        };
    }

    private ModuleSuite compiled(Map<String, String> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        String modules = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("surefire"))
                .collect(Collectors.joining(File.pathSeparator));
        Path classes = folder.resolve("classes");
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", classes.toString(), "--module-path", modules);
            assertTrue(
                    compiler.getTask(messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                            .call(),
                    messages::toString);
        }
        return suite(classes);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("classes").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void assertFails(Executable test) {
        assertThrows(AssertionError.class, test);
    }

    @Test
    void aRightModulePasses() throws IOException {
        ModuleSuite suite = compiled(Map.of("module-info.java", MODULE, "mine/Mine.java", CLASS));
        write("META-INF/services/" + METRIC, "# generated\nmine.Mine\n");
        assertDoesNotThrow(suite::itsModuleIsExplicit);
        assertDoesNotThrow(suite::itRequiresTheApiAndNothingElseOfOurs);
        assertDoesNotThrow(suite::itProvidesAnExtension);
        assertDoesNotThrow(suite::servicesFilesSayWhatTheModuleInfoSays);
        assertDoesNotThrow(suite::itBringsNoCopyOfTheApi);
    }

    @Test
    void aModuleWithoutDescriptorIsFound() throws IOException {
        Files.createDirectories(folder.resolve("classes"));
        assertFails(suite(folder.resolve("classes"))::itsModuleIsExplicit);
    }

    @Test
    void aModuleThatProvidesNothingIsFound() throws IOException {
        assertFails(
                compiled(Map.of(
                        "module-info.java",
                        "module mine { requires org.neuralredshift.api; }",
                        "mine/Mine.java",
                        CLASS))::itProvidesAnExtension);
    }

    @Test
    void aModuleThatRequiresTheTestKitIsFound() throws IOException {
        ModuleSuite suite = compiled(Map.of(
                "module-info.java",
                MODULE.replace("provides", "requires org.neuralredshift.testkit; provides"),
                "mine/Mine.java",
                CLASS));
        assertFails(suite::itRequiresTheApiAndNothingElseOfOurs);
    }

    @Test
    void aServicesFileThatSaysSomethingElseIsFound() throws IOException {
        ModuleSuite suite = compiled(Map.of("module-info.java", MODULE, "mine/Mine.java", CLASS));
        write("META-INF/services/" + METRIC, "mine.Other\n");
        assertFails(suite::servicesFilesSayWhatTheModuleInfoSays);
    }

    @Test
    void aBundledCopyOfTheApiIsFound() throws IOException {
        ModuleSuite suite = compiled(Map.of("module-info.java", MODULE, "mine/Mine.java", CLASS));
        write("org/neuralredshift/api/Extension.class", "");
        assertFails(suite::itBringsNoCopyOfTheApi);
    }
}
