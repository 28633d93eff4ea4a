package org.neuralredshift.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.data.Extent;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.metric.SampledTensor;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSchema.Column;
import org.neuralredshift.api.task.ResultSchema.Type;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.store.Table;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

/** Where metrics measure: probes give 1, graphs 2. */
class MeasuredOnTest {
    /** A metric by what its graph reads; null for one that has none. */
    private record Told(String id, double onBackend) implements Metric {
        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("tells where it measures");
        }

        @Override
        public Probe prepare(SampleSpec spec, Parameters parameters) {
            return (function, out) -> out.value(1);
        }

        @Override
        public Optional<MetricGraph> graph(SampleSpec spec, Parameters parameters) {
            return onBackend == 0 ? Optional.empty() : Optional.of(new Reads(onBackend, id.equals("by-a-kernel")));
        }
    }

    /** Cannot be appended if what it is to give is negative. */
    private record Reads(double value, boolean byKernel) implements MetricGraph {
        @Override
        public List<Tensor> append(GraphBuilder graph, SampledTensor function) {
            if (value < 0) {
                throw new IllegalStateException("no table");
            }
            return List.of(
                    byKernel
                            ? graph.kernel("counts", 3, Parameters.NONE, function.values(), Shape.of(1))
                            : function.range());
        }

        @Override
        public void read(float[] numbers, Extent extent, Measurement out) {
            if (value > 2) {
                throw new UnsupportedOperationException("boo");
            }
            out.value(value);
        }
    }

    /** Measures nothing in particular, by what the lab offers. */
    private record Asks(String id, boolean measuresOnBackend) implements Task {
        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("asks where to measure");
        }

        @Override
        public ParameterSchema parameters() {
            return ParameterSchema.of(Parameter.integer("depth", 1, Origin.ASSUMED, 0, 9, "", "not used"));
        }

        @Override
        public ResultSchema results() {
            return ResultSchema.of(
                    new Column("metric", Type.TEXT, "", "label"), new Column("value", Type.REAL, "", "measured"));
        }

        @Override
        public void run(TrialBatch batch, Lab lab, ResultSink out) {
            Grid grid = Grid.uniform(2, 2);
            Measurement measurement = new Measurement();
            for (Trial trial : batch.trials()) {
                for (MetricSelection metric : lab.metrics()) {
                    measurement.clear();
                    Optional<MetricGraph> graph = measuresOnBackend ? lab.graph(metric, grid) : Optional.empty();
                    if (graph.isPresent()) {
                        graph.get().read(new float[1], new Extent(0, 1), measurement);
                    } else {
                        lab.probe(metric, grid).measure(new Samples(grid), measurement);
                    }
                    ResultSink.Row row = out.row(trial, measurement.status())
                            .set(0, metric.label())
                            .set(1, measurement.value());
                    measurement.reason().ifPresent(row::reason);
                    row.end();
                }
                out.completed(trial);
            }
        }
    }

    private record Card(String id, boolean prefersMetricGraphs) implements Backend {
        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("compiles nothing");
        }

        @Override
        public Availability probe() {
            return Availability.yes("anywhere");
        }

        /** Whether it prefers graphs or not, only one of both has the kernel. */
        @Override
        public boolean offers(Tensor.Kernel kernel) {
            return id.equals("card") && kernel.name().equals("counts") && kernel.revision() == 3;
        }

        @Override
        public Executable compile(Graph graph) {
            throw new UnsupportedGraphException("nothing is compiled");
        }
    }

    private final Catalog catalog = Catalog.of(
            new Told("both", 2),
            new Told("probe-only", 0),
            new Told("no-number", Double.NaN),
            new Told("throws", 3),
            new Told("cannot-be-built", -1),
            new Told("by-a-kernel", 2),
            new Asks("asks", true),
            new Asks("host-only", false),
            new Card("card", true),
            new Card("near", false));

    @TempDir
    private Path temp;

    private Plan plan(String task) throws IOException {
        Path file = temp.resolve("places.yaml");
        Files.writeString(file, """
                study: places
                task: %s
                seeds: 1
                metrics: [both, probe-only, no-number, throws, cannot-be-built, by-a-kernel]
                """.formatted(task));
        return Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), catalog));
    }

    private Runner runner(Plan plan, String backend, MeasureOn measureOn) {
        return new Runner(plan, catalog, catalog.find(Backend.class, backend), 1, measureOn);
    }

    /** Value or reason of each metric. */
    private Map<String, String> rows(String task, String backend, MeasureOn measureOn) throws IOException {
        Path out = temp.resolve(task + backend + measureOn);
        Plan plan = plan(task);
        runner(plan, backend, measureOn).run(OutputFolder.create(out, plan), progress -> {});
        Table table = ResultFolder.open(out).rows();
        Map<String, String> rows = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            boolean ok = table.text("status", row).equals("ok");
            rows.put(
                    table.text("metric", row),
                    ok ? String.valueOf(table.real("value", row)) : table.text("reason", row));
        }
        return rows;
    }

    @Test
    void theBackendSaysWhereUnlessTheUserDoes() throws IOException {
        assertEquals("2.0", rows("asks", "card", MeasureOn.AUTO).get("both"));
        assertEquals("1.0", rows("asks", "near", MeasureOn.AUTO).get("both"));
        assertEquals("1.0", rows("asks", "card", MeasureOn.HOST).get("both"));
        assertEquals("2.0", rows("asks", "near", MeasureOn.BACKEND).get("both"));
    }

    @Test
    void aGraphThatIsWrongFailsItsMetricAlone() throws IOException {
        assertEquals(
                Map.of(
                        "both", "2.0",
                        "probe-only", "1.0",
                        "no-number", "no-number gave NaN",
                        "throws", "throws: UnsupportedOperationException: boo",
                        "cannot-be-built", "cannot-be-built: IllegalStateException: no table",
                        "by-a-kernel", "2.0"),
                rows("asks", "card", MeasureOn.AUTO));
    }

    @Test
    void aMetricThatNeedsAKernelMeasuresOnTheHostWhereTheBackendHasNone() throws IOException {
        assertEquals("2.0", rows("asks", "card", MeasureOn.BACKEND).get("by-a-kernel"));
        Map<String, String> without = rows("asks", "near", MeasureOn.BACKEND);
        assertEquals("1.0", without.get("by-a-kernel"));
        assertEquals("2.0", without.get("both"), "other metrics measure on the backend");
    }

    @Test
    void aTaskThatMeasuresOnTheHostDoesSoEverywhere() throws IOException {
        assertEquals("1.0", rows("host-only", "card", MeasureOn.AUTO).get("both"));
        Plan plan = plan("host-only");
        UserException e = assertThrows(UserException.class, () -> runner(plan, "card", MeasureOn.BACKEND));
        assertEquals("The task host-only measures on the host only.", e.getMessage());
    }

    @Test
    void rowsOfTheOneAreNotMixedWithRowsOfTheOther() throws IOException {
        rows("asks", "card", MeasureOn.AUTO);
        Path out = temp.resolve("askscard" + MeasureOn.AUTO);
        assertTrue(Files.readString(out.resolve("provenance.json")).contains("\"measured-on\" : \"backend\""));
        Plan plan = plan("asks");
        OutputFolder folder = OutputFolder.resume(out, plan);
        UserException e = assertThrows(
                UserException.class, () -> runner(plan, "card", MeasureOn.HOST).run(folder, progress -> {}));
        assertTrue(
                e.getMessage()
                        .contains("where metrics measure (on the backend there, on the host here:"
                                + " --measure-on backend)"),
                e.getMessage());
        runner(plan, "card", MeasureOn.BACKEND).run(folder, progress -> {});
    }
}
