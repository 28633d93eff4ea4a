package org.neuralredshift.testkit.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.metric.SampledTensor;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameters;

/** Whether metrics give the same by their probes and on a backend, for functions of every status. */
public final class Agreement {
    /** What {@link MetricGraph} promises. */
    private static final double GRAPH_ERROR = 1e-4;

    private Agreement() {}

    /** A plane, others than metrics ask for, two points and one. */
    public static List<SampleSpec> places() {
        List<SampleSpec> places = new ArrayList<>(List.of(Grid.uniform(9, 2)));
        places.addAll(Specimen.unusual());
        places.add(Grid.uniform(2, 1));
        places.add(new PointSet(1, 0.5f));
        return places;
    }

    /** A metric under those settings with which such samples are measured by a kernel that the backend offers. */
    public static List<MetricSelection> byKernel(
            Metric metric, List<Parameters> settings, SampleSpec spec, Backend backend) {
        return settings.stream()
                .map(parameters -> new MetricSelection(metric, parameters))
                .filter(selection -> takes(selection, spec))
                .filter(selection -> selection
                        .graph(spec, backend)
                        .filter(graph -> hasKernel(graph, spec))
                        .isPresent())
                .toList();
    }

    private static boolean takes(MetricSelection metric, SampleSpec spec) {
        try {
            metric.metric().prepare(spec, metric.parameters());
            return true;
        } catch (InvalidParameterException e) {
            return false;
        }
    }

    private static boolean hasKernel(MetricGraph graph, SampleSpec spec) {
        GraphBuilder builder = new GraphBuilder();
        Tensor values = builder.state("f", Shape.of(spec.points()));
        graph.append(builder, SampledTensor.of(builder, spec, values));
        return !builder.build().kernels().isEmpty();
    }

    /** Compares those that measure on the backend, in one program: by a kernel to the last bit. */
    public static void check(List<MetricSelection> metrics, SampleSpec spec, Backend backend) {
        List<MetricSelection> measured = metrics.stream()
                .filter(metric -> metric.graph(spec, backend).isPresent())
                .toList();
        if (measured.isEmpty()) {
            return;
        }
        List<MetricGraph> graphs = measured.stream()
                .map(metric -> metric.graph(spec, backend).orElseThrow())
                .toList();
        Map<String, float[]> functions = Specimen.ofEveryStatus(spec);
        List<List<Measurement>> found =
                MeasuringPrograms.measure(backend, graphs, spec, List.copyOf(functions.values()));
        for (int number = 0; number < graphs.size(); number++) {
            MetricSelection metric = measured.get(number);
            Probe probe = metric.metric().prepare(spec, metric.parameters());
            double error = hasKernel(graphs.get(number), spec) ? 0 : GRAPH_ERROR;
            int next = 0;
            for (Map.Entry<String, float[]> function : functions.entrySet()) {
                String where = metric.label() + " of " + function.getKey() + " at " + spec.points()
                        + " points, on the backend " + backend.id();
                Measurement expected = Specimen.measured(probe, spec, function.getValue());
                assertAgree(expected, found.get(next++).get(number), error, where);
            }
        }
    }

    private static void assertAgree(Measurement expected, Measurement found, double error, String where) {
        assertSame(expected.status(), found.status(), "the status of " + where);
        assertSame(expected.reason(), found.reason(), "the reason of " + where);
        assertNear(expected.value(), found.value(), error * Math.abs(expected.value()), "the value of " + where);
        assertNear(expected.raw(), found.raw(), error * Math.abs(expected.raw()), "the raw number of " + where);
        double[] amplitudes = expected.status() == Status.OK ? expected.spectrum() : new double[0];
        double[] others = expected.status() == Status.OK ? found.spectrum() : new double[0];
        assertSame(amplitudes.length, others.length, "the length of the spectrum of " + where);
        double largest = Arrays.stream(amplitudes).max().orElse(0);
        for (int i = 0; i < amplitudes.length; i++) {
            assertNear(amplitudes[i], others[i], error * largest, "amplitude " + (i + 1) + " of " + where);
        }
    }

    private static void assertSame(Object expected, Object found, String what) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError(what + ": expected " + expected + ", but it is " + found);
        }
    }

    private static void assertNear(double expected, double found, double error, String what) {
        boolean agrees = Double.compare(expected, found) == 0 || Math.abs(expected - found) <= error;
        if (!agrees) {
            throw new AssertionError(what + ": expected " + expected + ", but it is " + found);
        }
    }
}
