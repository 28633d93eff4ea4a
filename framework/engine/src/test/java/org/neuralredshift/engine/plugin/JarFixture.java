package org.neuralredshift.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Compiles modules and packs them into JARs, as an author of a plugin would. */
public final class JarFixture {
    private final Path work;
    private int count;

    /** @param work for what is compiled */
    public JarFixture(Path work) {
        this.work = work;
    }

    /** A module with one metric of that id. */
    public Path metric(String module, String id, Path jar) throws IOException {
        return metric(module, id, "", "", jar);
    }

    /** A module with one metric; more of the descriptor, and the body of its constructor. */
    public Path metric(String module, String id, String requires, String constructor, Path jar) throws IOException {
        String descriptor = """
                module %s {
                    requires org.neuralredshift.api;
                    %s
                    provides org.neuralredshift.api.metric.Metric with %s.Given;
                }
                """.formatted(module, requires, module);
        return module(module, descriptor, List.of(metricSource(module, id, constructor)), jar);
    }

    /** The source of a metric. */
    static String metricSource(String packageName, String id, String constructor) {
        return """
                package %s;
                import org.neuralredshift.api.Description;
                import org.neuralredshift.api.data.SampleSpec;
                import org.neuralredshift.api.metric.*;
                import org.neuralredshift.api.parameter.Parameters;
                public final class Given implements Metric {
                    public Given() { %s }
                    public String id() { return "%s"; }
                    public int revision() { return 1; }
                    public Description description() { return Description.of("given"); }
                    public Probe prepare(SampleSpec s, Parameters p) { return (f, out) -> out.value(1); }
                }
                """.formatted(packageName, constructor, id);
    }

    /** A module of these sources; each declares its package in its first line. */
    Path module(String module, String descriptor, List<String> sources, Path jar) throws IOException {
        return module(module, descriptor, sources, System.getProperty("jdk.module.path"), "1.0", jar);
    }

    Path module(String module, String descriptor, List<String> sources, String modulePath, String version, Path jar)
            throws IOException {
        Path folder = Files.createDirectories(work.resolve(module + "-" + count++));
        List<String> arguments = new ArrayList<>(
                List.of("-d", folder.resolve("classes").toString(), "--module-path", modulePath, "-nowarn"));
        arguments.addAll(List.of("--module-version", version));
        arguments.add(write(folder.resolve("module-info.java"), descriptor));
        addSources(folder, sources, arguments);
        run("javac", arguments);
        return jar(folder.resolve("classes"), jar);
    }

    /** A JAR without a descriptor whose META-INF/services names one metric. */
    Path classPathMetric(String packageName, String id, String constructor, Path jar) throws IOException {
        return library(
                List.of(metricSource(packageName, id, constructor)),
                Map.of("META-INF/services/org.neuralredshift.api.metric.Metric", packageName + ".Given # ours\n"),
                "",
                jar);
    }

    /** A JAR without a descriptor: sources, other files by name, and what else they are compiled against. */
    Path library(List<String> sources, Map<String, String> files, String classPath, Path jar) throws IOException {
        Path folder = Files.createDirectories(work.resolve("library-" + count++));
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                folder.resolve("classes").toString(),
                "--class-path",
                (classPath.isEmpty() ? "" : classPath + File.pathSeparator) + System.getProperty("jdk.module.path"),
                "-nowarn"));
        addSources(folder, sources, arguments);
        run("javac", arguments);
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(folder.resolve("classes").resolve(file.getKey()), file.getValue());
        }
        return jar(folder.resolve("classes"), jar);
    }

    private static void addSources(Path folder, List<String> sources, List<String> arguments) throws IOException {
        for (String source : sources) {
            String type = source.replaceAll("(?s).*?public (final class|class|interface|record) (\\w+).*", "$2");
            String packageName = source.replaceAll("(?s)^\\s*package ([\\w.]+);.*", "$1");
            arguments.add(write(folder.resolve(packageName).resolve(type + ".java"), source));
        }
    }

    /** Packs a folder. */
    Path jar(Path classes, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Path manifest = classes.resolve("META-INF/MANIFEST.MF");
        List<String> arguments = new ArrayList<>(List.of("--create", "--file", jar.toString()));
        if (Files.exists(manifest)) {
            arguments.addAll(List.of("--manifest", manifest.toString()));
        }
        arguments.addAll(List.of("-C", classes.toString(), "."));
        run("jar", arguments);
        return jar;
    }

    static String write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(new String[0]));
        assertEquals(0, code, () -> tool + " " + arguments + ": " + messages);
    }
}
