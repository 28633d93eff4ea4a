package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** A plugin that is compiled for a test: a metric {@code range}, which measures the range of a function, throws for a unit of 13 and
 * declines for one of 14.
 */
final class TestPlugin {
    private static final String MODULE = """
            module test.plugin {
                requires org.neuralredshift.api;
                provides org.neuralredshift.api.metric.Metric with test.plugin.Range;
            }
            """;
    private static final String METRIC = """
            package test.plugin;

            import org.neuralredshift.api.Description;
            import org.neuralredshift.api.data.SampleSpec;
            import org.neuralredshift.api.data.Status;
            import org.neuralredshift.api.metric.Metric;
            import org.neuralredshift.api.metric.Probe;
            import org.neuralredshift.api.parameter.Origin;
            import org.neuralredshift.api.parameter.Parameter;
            import org.neuralredshift.api.parameter.ParameterSchema;
            import org.neuralredshift.api.parameter.Parameters;

            public final class Range implements Metric {
                public String id() { return "range"; }
                public int revision() { return 4; }
                public Description description() {
                    return new Description("Largest value minus least.", "max f - min f", "a test");
                }
                public ParameterSchema parameters() {
                    return ParameterSchema.of(
                            Parameter.real("unit", 1, Origin.PAPER, 0.5, 100, "volts", "what the range is divided by"));
                }
                public Probe prepare(SampleSpec spec, Parameters parameters) {
                    return (function, out) -> {
                        if (parameters.real("unit") == 13) {
                            throw new IllegalStateException("boo");
                        }
                        if (parameters.real("unit") == 14) {
                            out.status(Status.FAILED, "not in this unit");
                            return;
                        }
                        float low = Float.POSITIVE_INFINITY;
                        float high = Float.NEGATIVE_INFINITY;
                        for (float value : function.values()) {
                            low = Math.min(low, value);
                            high = Math.max(high, value);
                        }
                        out.raw(high - low);
                        out.value((high - low) / parameters.real("unit"));
                    };
                }
            }
            """;

    private TestPlugin() {}

    /** Writes {@code folder/range.jar}; the folder then is one of plugins. */
    static Path in(Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("build/test/plugin"));
        Path root = folder.resolve("build");
        Files.writeString(root.resolve("module-info.java"), MODULE);
        Files.writeString(sources.resolve("Range.java"), METRIC);
        run(
                "javac",
                "--module-path",
                System.getProperty("jdk.module.path"),
                "-d",
                root.resolve("classes").toString(),
                root.resolve("module-info.java").toString(),
                sources.resolve("Range.java").toString());
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        run(
                "jar",
                "--create",
                "--file",
                plugins.resolve("range.jar").toString(),
                "-C",
                root.resolve("classes").toString(),
                ".");
        return plugins;
    }

    private static void run(String tool, String... arguments) {
        assertEquals(0, ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments));
    }
}
