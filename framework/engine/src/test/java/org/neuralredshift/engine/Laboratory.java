package org.neuralredshift.engine;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.NullModel;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSchema.Column;
import org.neuralredshift.api.task.ResultSchema.Type;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.plugin.Catalog;

/** Small real extensions: a task whose functions are planes over a grid, and metrics with and without parameters. */
public final class Laboratory {
    private Laboratory() {}

    /** A catalog of all of them. */
    public static Catalog catalog() {
        return Catalog.of(
                new Named("relu"),
                new Named("tanh"),
                new Range("fourier"),
                new Range("fourier:prototype"),
                new Order(),
                new Planes("planes", List.of()),
                new Planes("compared-planes", List.of(new NullModel("oddity", Map.of("odd", true), List.of("grid")))),
                new Idle());
    }

    /** A catalog with a task of many steps alone, which tells before each. */
    public static Catalog climbing(IntConsumer onStep) {
        return Catalog.of(new Named("relu"), new Named("tanh"), new Range("fourier"), new Climbs(onStep), new Idle());
    }

    /** A catalog of a task, a good metric, and two that break their contract. */
    public static Catalog careless() {
        return Catalog.of(
                new Named("relu"),
                new Range("fourier"),
                new Careless("careless"),
                new Careless("careless:from-the-start"),
                new Planes("planes", List.of()),
                new Idle());
    }

    private record Named(String id) implements Activation {
        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("the identity under another name");
        }

        @Override
        public Scalar apply(Scalar x, Arguments arguments) {
            return x;
        }
    }

    /** The difference of the last and the first sample. */
    private record Range(String id) implements Metric {
        @Override
        public int revision() {
            return 3;
        }

        @Override
        public Description description() {
            return Description.of("last sample minus first");
        }

        @Override
        public Probe prepare(SampleSpec spec, Parameters parameters) {
            return (function, out) -> out.value(function.values()[spec.points() - 1] - function.values()[0]);
        }
    }

    /** A metric that small grids cannot carry, and that has a fault at 13 levels. */
    private record Order() implements Metric {
        @Override
        public String id() {
            return "lz78";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("its own parameter");
        }

        @Override
        public ParameterSchema parameters() {
            return ParameterSchema.of(
                    Parameter.choice(
                            "scan", "rows", Origin.ASSUMED, List.of("rows", "hilbert"), "order of the samples"),
                    Parameter.integer("levels", 2, Origin.ASSUMED, 2, 256, "", "letters of the alphabet"));
        }

        @Override
        public SampleSpec sampling(Grid requested, Parameters parameters) {
            if (parameters.integer("levels") == 13) {
                throw new IllegalStateException("unlucky");
            }
            if (parameters.integer("levels") > requested.points()) {
                throw new InvalidParameterException(
                        "levels", parameters.integer("levels"), "at most " + requested.points());
            }
            return requested;
        }

        @Override
        public Probe prepare(SampleSpec spec, Parameters parameters) {
            return (function, out) -> out.value(parameters.integer("levels"));
        }
    }

    /** Gives the first sample, but throws for 1, and gives NaN for 2 and an infinite value for 3. */
    private record Careless(String id) implements Metric {
        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("breaks the contract of probes");
        }

        @Override
        public Probe prepare(SampleSpec spec, Parameters parameters) {
            if (id.endsWith("start")) {
                throw new UnsupportedOperationException();
            }
            return (function, out) -> {
                float first = function.values()[0];
                out.value(0.5);
                if (first == 1) {
                    throw new IllegalStateException("boo");
                }
                out.value(first == 2 ? Double.NaN : first == 3 ? Double.NEGATIVE_INFINITY : first);
            };
        }
    }

    /** f(x) = magnitude * depth * (x1 + x2) + seed. */
    private record Planes(String id, List<NullModel> nullModels) implements Task {
        @Override
        public int revision() {
            return 2;
        }

        @Override
        public Description description() {
            return Description.of("planes over a grid");
        }

        @Override
        public ParameterSchema parameters() {
            return ParameterSchema.of(
                    Parameter.extension("activation", "activation", "relu", Origin.PAPER, "not used"),
                    Parameter.real("magnitude", 1, Origin.PAPER, 0, 1e38, "", "slope")
                            .atRunTime(),
                    Parameter.integer(
                            "depth",
                            3,
                            Origin.ASSUMED,
                            0,
                            1000,
                            "layers",
                            "slope; 13 fails for seed 1, 666 and 667 for the machine and the installation"),
                    Parameter.flag("odd", false, Origin.ASSUMED, "not used"),
                    Parameter.integer("grid", 4, Origin.ASSUMED, 2, 4096, "points", "points per axis"));
        }

        @Override
        public ResultSchema results() {
            return ResultSchema.of(
                    new Column("metric", Type.TEXT, "", "label"),
                    new Column("revision", Type.INTEGER, "", "of the metric"),
                    new Column("value", Type.REAL, "slopes", "measured"),
                    new Column("variant", Type.TEXT, "", "empty: labels tell all"));
        }

        @Override
        public void run(TrialBatch batch, Lab lab, ResultSink out) {
            Parameters shared = batch.shared();
            Grid grid = Grid.uniform(shared.count("grid"), 2);
            Samples samples = new Samples(grid);
            Measurement measurement = new Measurement();
            for (Trial trial : batch.trials()) {
                double slope = trial.cell().parameters().real("magnitude") * shared.integer("depth");
                float[] x = grid.coordinates();
                for (int p = 0; p < grid.points(); p++) {
                    samples.values()[p] = (float) (slope * (x[2 * p] + x[2 * p + 1]) + trial.seed());
                }
                if (shared.integer("depth") == 666 && trial.seed() == 1) {
                    throw new IllegalStateException(new OutOfMemoryError("no heap left"));
                }
                if (shared.integer("depth") == 667 && trial.seed() == 1) {
                    throw new NoSuchMethodError("Layer.width()");
                }
                if (shared.integer("depth") == 13 && trial.seed() == 1) {
                    throw new IllegalArgumentException("13 layers are too many");
                }
                for (MetricSelection metric : lab.metrics()) {
                    measurement.clear();
                    measurement.status(samples.status());
                    if (samples.status() == Status.OK) {
                        lab.probe(metric, grid).measure(samples, measurement);
                    }
                    ResultSink.Row row = out.row(trial, measurement.status())
                            .set(0, metric.label())
                            .set(1, metric.revision())
                            .set(2, measurement.value());
                    measurement.reason().ifPresent(row::reason);
                    row.end();
                    if (out.keepsSamples(trial)) {
                        out.spectrum(trial, metric.label(), new double[] {trial.seed(), trial.seed() + 1});
                    }
                }
                if (out.keepsSamples(trial)) {
                    out.samples(trial, samples);
                }
                out.completed(trial);
            }
        }
    }

    private record Idle() implements Backend {
        @Override
        public String id() {
            return "idle";
        }

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

        @Override
        public int concurrency() {
            return 4;
        }

        @Override
        public Executable compile(Graph graph) {
            throw new UnsupportedGraphException("the idle backend compiles nothing");
        }
    }
}
