package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds plugins against the image, as a stranger would: each with one metric, good or bad. */
final class PluginFixture {
    private static final String DESCRIPTOR = """
            module %1$s {
                requires org.neuralredshift.api;
                %2$s
                provides org.neuralredshift.api.metric.Metric with %1$s.Given;
            }
            """;
    private static final String METRIC = """
            package %1$s;
            import org.neuralredshift.api.Description;
            import org.neuralredshift.api.data.SampleSpec;
            import org.neuralredshift.api.metric.Metric;
            import org.neuralredshift.api.metric.Probe;
            import org.neuralredshift.api.parameter.Parameters;
            public final class Given implements Metric {
                static final java.util.List<Object> KEPT = new java.util.ArrayList<>();
                %3$s
                public String id() { return "%2$s"; }
                public int revision() { return 1; }
                public Description description() { return Description.of("a fixture"); }
                public Probe prepare(SampleSpec spec, Parameters parameters) {
                    return (function, out) -> { %4$s };
                }
            }
            """;
    /** A measure that works. */
    static final String ONE = "out.value(1);";

    private final Path plugins;
    private final Path work;
    private int count;

    /** @param folder for the folder {@code plugins} and for what is compiled */
    PluginFixture(Path folder) {
        this.plugins = folder.resolve("plugins");
        this.work = folder.resolve("work");
    }

    /** A plugin folder of modules with one good metric, whose id is its name. */
    Path good(String name) throws IOException {
        return metric(name, "", ONE);
    }

    /** A plugin folder of modules with one metric: more members of its class, and its measure. */
    Path metric(String name, String members, String measure) throws IOException {
        return module(name, name, "", members, measure, modules(name));
    }

    /** A module with one metric, and the archives that it is compiled against beside those of the image. */
    Path module(String name, String id, String requires, String members, String measure, Path jar, Path... libraries)
            throws IOException {
        Map<String, String> sources = new HashMap<>();
        sources.put("module-info.java", DESCRIPTOR.formatted(name, requires));
        sources.put(name + "/Given.java", METRIC.formatted(name, id, members, measure));
        String path = Stream.concat(Stream.of(Image.HOME.resolve("lib")), Stream.of(libraries))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return jar(compile(sources, "--module-path", path), jar);
    }

    /** The metric without a descriptor, named in META-INF/services. */
    Path classPath(String name, Path jar) throws IOException {
        String metric = METRIC.formatted(name, name, "", ONE);
        Path classes = compile(
                Map.of(name + "/Given.java", metric),
                "--class-path",
                Image.jar("org.neuralredshift.api").toString());
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.neuralredshift.api.metric.Metric"), name + ".Given\n");
        return jar(classes, jar);
    }

    /** Compiles sources of any kind. */
    Path compile(Map<String, String> sources, String... options) throws IOException {
        return Compilation.compile(work.resolve(Integer.toString(count++)), sources, options);
    }

    /** A metric that was compiled against an API of another version. */
    Path builtAgainst(String version, String name) throws IOException {
        Path api = compile(
                Map.of(
                        "module-info.java",
                        "module org.neuralredshift.api { exports org.neuralredshift.api.metric; }",
                        "org/neuralredshift/api/metric/Metric.java",
                        "package org.neuralredshift.api.metric; public interface Metric { }"),
                "--module-version",
                version);
        Path classes = compile(
                Map.of(
                        "module-info.java",
                        DESCRIPTOR.formatted(name, ""),
                        name + "/Given.java",
                        "package " + name + "; public class Given implements org.neuralredshift.api.metric.Metric { }"),
                "--module-path",
                api.toString());
        return jar(classes, modules(name));
    }

    /** Where a plugin folder of modules has its JAR. */
    Path modules(String name) {
        return plugins.resolve(name).resolve("modules").resolve(name + ".jar");
    }

    Path plugins() {
        return plugins;
    }

    /** Packs a folder. */
    static Path jar(Path classes, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        int exit = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        assertEquals(0, exit, jar.toString());
        return jar;
    }
}
