package org.neuralredshift.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.metric.Metric;

/** A plugin looks at itself: what its loader gives is what Java's own loader of a layer would. */
class ModulesClassLoaderTest {
    @TempDir
    private Path temp;

    private Path modules;
    private JarFixture jars;

    @BeforeEach
    void prepare() throws IOException {
        modules = Files.createDirectories(temp.resolve("plugins/self/modules"));
        jars = new JarFixture(temp.resolve("work"));
    }

    /** Loads a plugin of two modules, the first of which has resources, and whose constructor checks something. */
    private void assertTrueWithin(String condition) throws IOException {
        Path library = jars.module(
                "library",
                "module library { exports library; provides Runnable with library.Task; }",
                List.of("package library; public class Task implements Runnable { public void run() { } }"),
                modules.resolve("library.jar"));
        String descriptor = """
                module self { requires org.neuralredshift.api; requires library; requires java.logging;
                    uses Runnable; opens self.open;
                    provides org.neuralredshift.api.metric.Metric with self.Given; }
                """;
        String check = "if (!(" + condition + ")) throw new IllegalStateException();";
        String throwing = "throws Exception { " + check;
        Path jar = jars.module(
                "self",
                descriptor,
                List.of(
                        JarFixture.metricSource("self", "self", "").replace("Given() { ", "Given() " + throwing),
                        "package self.open; public class Other { }"),
                System.getProperty("jdk.module.path") + File.pathSeparator + library,
                "1",
                modules.resolve("self.jar"));
        try (FileSystem archive = FileSystems.newFileSystem(jar)) {
            for (String name : List.of("self/data.txt", "self/open/data.txt", "META-INF/data.txt")) {
                Files.createDirectories(archive.getPath(name).getParent());
                Files.writeString(archive.getPath(name), name);
            }
        }
        try (PluginLoader loader = new PluginLoader(List.of(temp.resolve("plugins")), Disabled.none())) {
            PluginSet set = loader.load();
            assertEquals(
                    List.of("self"),
                    set.catalog().ids(Metric.class),
                    () -> set.plugins().toString());
        }
    }

    @Test
    void aModuleReadsItsOwnResources() throws IOException {
        assertTrueWithin(
                "new String(Given.class.getResourceAsStream(\"data.txt\").readAllBytes()).equals(\"self/data.txt\")"
                        + " && Given.class.getModule().getResourceAsStream(\"self/data.txt\") != null"
                        + " && Given.class.getResource(\"open/data.txt\").toString().startsWith(\"jar:file:\")");
    }

    @Test
    void othersReadWhatIsOpen() throws IOException {
        String loader = "Given.class.getClassLoader()";
        assertTrueWithin(loader + ".getResource(\"self/open/data.txt\") != null && " + loader
                + ".getResource(\"META-INF/data.txt\") != null && " + loader
                + ".getResource(\"self/Given.class\") != null && " + loader
                + ".getResource(\"self/data.txt\") == null && "
                + loader + ".getResource(\"java/lang/Object.class\") != null && java.util.Collections.list(" + loader
                + ".getResources(\"META-INF/MANIFEST.MF\")).size() >= 2");
    }

    @Test
    void aClassTellsItsModuleAndItsArchive() throws IOException {
        assertTrueWithin("Given.class.getModule().getName().equals(\"self\")"
                + " && library.Task.class.getModule().getName().equals(\"library\")"
                + " && library.Task.class.getClassLoader() == Given.class.getClassLoader()"
                + " && Given.class.getClassLoader().getName().equals(\"self\")"
                + " && Given.class.getPackage().getName().equals(\"self\")"
                + " && Given.class.getProtectionDomain().getCodeSource().getLocation().toString().endsWith(\"/self.jar\")"
                + " && library.Task.class.getProtectionDomain().getCodeSource().getLocation().toString()"
                + ".endsWith(\"/library.jar\")");
    }

    @Test
    void classesAndServicesAreFoundByName() throws IOException {
        assertTrueWithin("Class.forName(\"self.open.Other\").getModule() == Given.class.getModule()"
                + " && Class.forName(Given.class.getModule(), \"library.Task\") == null"
                + " && Class.forName(\"java.util.logging.Logger\") != null"
                + " && java.util.ServiceLoader.load(Given.class.getModule().getLayer(), Runnable.class).findFirst()"
                + ".get() instanceof library.Task"
                + " && java.util.ServiceLoader.load(Runnable.class, Given.class.getClassLoader()).findFirst()"
                + ".get() instanceof library.Task");
    }

    @Test
    void theHostsOwnLibrariesAreHidden() throws IOException {
        assertTrueWithin("java.util.stream.Stream.of(\"org.neuralredshift.engine.UserException\", \"self.Absent\")"
                + ".allMatch(name -> { try { Class.forName(name); return false; }"
                + " catch (ClassNotFoundException e) { return true; } })");
    }

    @Test
    void proxiesAreMade() throws IOException {
        assertTrueWithin("java.lang.reflect.Proxy.newProxyInstance(Given.class.getClassLoader(),"
                + " new Class<?>[] {Probe.class}, (proxy, method, arguments) -> null) instanceof Probe");
    }
}
