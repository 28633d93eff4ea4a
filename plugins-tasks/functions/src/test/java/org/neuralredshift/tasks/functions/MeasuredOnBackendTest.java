package org.neuralredshift.tasks.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.backends.cpu.CpuBackend;
import org.neuralredshift.backends.reference.ReferenceBackend;
import org.neuralredshift.metrics.compression.Lz78Metric;
import org.neuralredshift.metrics.spectral.FourierMetric;
import org.neuralredshift.metrics.spectral.PrototypeMetric;
import org.neuralredshift.metrics.spectral.polynomial.ChebyshevMetric;
import org.neuralredshift.metrics.spectral.polynomial.HermiteMetric;
import org.neuralredshift.metrics.spectral.polynomial.LegendreMetric;

/** Networks whose metrics are a part of the program that evaluates them, beside what the probes say of them on the host. */
class MeasuredOnBackendTest {
    private static final int SIDE = 16;

    /** From functions that are nearly planes to what is steep; the last three are constant, rounding noise, and overflow. */
    static final List<Map<String, Object>> NETWORKS = Stream.concat(
                    Stream.of("relu", "tanh", "sigmoid")
                            .flatMap(
                                    activation -> Stream.of(0.5, 4.0).map(magnitude -> network(activation, magnitude))),
                    Stream.of(network("relu", 0), network("tanh", 0.05), network("relu", 1e20)))
            .toList();

    private static Map<String, Object> network(String activation, double magnitude) {
        return Map.of("activation", activation, "magnitude", magnitude, "grid", SIDE, "width", 16, "depth", 3);
    }

    private static Metric[] metrics() {
        return new Metric[] {
            new FourierMetric(), new PrototypeMetric(), new ChebyshevMetric(), new LegendreMetric(), new HermiteMetric()
        };
    }

    static Stream<Backend> backends() {
        return Stream.of(new CpuBackend(), new ReferenceBackend());
    }

    @ParameterizedTest
    @FieldSource("NETWORKS")
    void rowsAreThoseOfTheHostButForRounding(Map<String, Object> network) {
        List<Bench.Line> host = new Bench(new ReferenceBackend(), false, metrics())
                .run(2, network)
                .lines();
        List<Bench.Line> backend = new Bench(new ReferenceBackend(), false, metrics())
                .onBackend()
                .run(2, network)
                .lines();
        assertEquals(host.size(), backend.size());
        for (int row = 0; row < host.size(); row++) {
            Bench.Line expected = host.get(row);
            Bench.Line found = backend.get(row);
            assertEquals(expected.seed(), found.seed());
            assertEquals(expected.metric(), found.metric());
            assertEquals(expected.status(), found.status(), expected.toString());
            assertEquals(expected.reason(), found.reason());
            assertEquals(
                    expected.value(),
                    found.value(),
                    expected.status() == Status.OK ? 1e-3 * expected.value() : 0,
                    expected.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void everyValueIsThatOfTheProbeForTheSamplesThatAreKept(Backend backend) {
        Metric[] onGrid = {new FourierMetric(), new PrototypeMetric(), new Lz78Metric()};
        Grid grid = Grid.uniform(SIDE, 2);
        Samples samples = new Samples(grid);
        Measurement expected = new Measurement();
        double error =
                backend instanceof ReferenceBackend ? 1e-3 : 1e-5; // the reference measures what it has not rounded
        int measured = 0;
        for (Map<String, Object> network : NETWORKS) {
            Bench bench = new Bench(backend, true, onGrid).onBackend().run(3, network);
            for (Bench.Line line : bench.lines()) {
                float[] kept = bench.samples().get(line.seed());
                System.arraycopy(kept, 0, samples.values(), 0, kept.length);
                Metric metric = Arrays.stream(onGrid)
                        .filter(each -> line.metric().startsWith(each.id()))
                        .max((a, b) -> a.id().length() - b.id().length())
                        .orElseThrow();
                expected.clear();
                expected.status(samples.status());
                if (expected.status() == Status.OK) {
                    metric.prepare(grid, metric.parameters().defaults()).measure(samples, expected);
                    measured++;
                }
                double bound = metric instanceof Lz78Metric ? 0 : error * Math.abs(expected.value());
                assertEquals(expected.status(), line.status(), line + " of " + network);
                assertEquals(
                        expected.value(),
                        line.value(),
                        Double.isNaN(expected.value()) ? 0 : bound,
                        line + " of " + network);
                double[] spectrum = bench.spectra().getOrDefault(metric.id() + " " + line.seed(), new double[0]);
                double largest = Arrays.stream(spectrum).max().orElse(0);
                assertArrayEquals(expected.spectrum(), spectrum, error * largest, line + " of " + network);
            }
        }
        assertTrue(measured >= 40, measured + " values");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void rowsDoNotDependOnWhetherSamplesAreKept(Backend backend) {
        List<Bench.Line> kept = new Bench(backend, true, metrics())
                .onBackend()
                .run(3, network("tanh", 2))
                .lines();
        List<Bench.Line> left = new Bench(backend, false, metrics())
                .onBackend()
                .run(3, network("tanh", 2))
                .lines();
        assertEquals(kept, left);
    }

    /** Notes which outputs the programs have. */
    private record Watched(Backend backend, List<Set<String>> outputs) implements Backend {
        @Override
        public Executable compile(Graph graph) {
            outputs.add(graph.outputs().keySet());
            return backend.compile(graph);
        }

        @Override
        public Availability probe() {
            return backend.probe();
        }

        @Override
        public String id() {
            return backend.id();
        }

        @Override
        public int revision() {
            return backend.revision();
        }

        @Override
        public Description description() {
            return backend.description();
        }
    }

    private static List<Set<String>> outputs(boolean keeps, Metric... metrics) {
        List<Set<String>> outputs = new ArrayList<>();
        new Bench(new Watched(new ReferenceBackend(), outputs), keeps, metrics)
                .onBackend()
                .run(2, network("relu", 1));
        return outputs;
    }

    @Test
    void samplesLeaveTheBackendOnlyIfTheyAreKeptOrAProbeReadsThem() {
        assertEquals(List.of(Set.of("numbers")), outputs(false, new FourierMetric(), new PrototypeMetric()));
        assertEquals(List.of(Set.of("numbers", "f")), outputs(true, new FourierMetric()));
        assertEquals(List.of(Set.of("numbers", "f")), outputs(false, new FourierMetric(), new Lz78Metric()));
        assertEquals(List.of(Set.of("f")), outputs(false, new Lz78Metric()));
        assertEquals(List.of(Set.of("numbers"), Set.of("f")), outputs(true, new ChebyshevMetric()));
    }

    @Test
    void functionsThatNoNetworkComputesAreMeasuredOnTheHost() {
        Map<String, Object> noise = Map.of("function", "white-noise", "grid", SIDE);
        Bench host = new Bench(new ReferenceBackend(), false, metrics()).run(2, noise);
        Bench backend =
                new Bench(new ReferenceBackend(), false, metrics()).onBackend().run(2, noise);
        assertEquals(host.lines(), backend.lines());
    }
}
