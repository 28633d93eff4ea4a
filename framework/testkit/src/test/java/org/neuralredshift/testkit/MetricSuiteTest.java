package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.Extent;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.metric.SampledTensor;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.plain.PlainMetric;

class MetricSuiteTest {
    private record Made(Supplier<Probe> probes) implements Metric {
        @Override
        public String id() {
            return "made";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("A metric.");
        }

        @Override
        public Probe prepare(SampleSpec spec, Parameters parameters) {
            return probes.get();
        }
    }

    private static List<Metric> made(Supplier<Probe> probes) {
        return List.of(new Made(probes));
    }

    /** The mean difference of neighbours over the range. */
    private static double roughness(float[] values) {
        double low = values[0];
        double high = values[0];
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
            sum += Math.abs((double) values[i] - values[i - 1]);
        }
        return sum / (values.length - 1) / (high - low);
    }

    private static void assertFinds(Class<? extends MetricSuite> suite, String method, String words) {
        Map<String, String> failures = Outcome.of(suite).failures();
        assertTrue(failures.getOrDefault(method, "").contains(words), failures::toString);
    }

    static class Right extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return List.of(new PlainMetric());
        }

        @Override
        protected Range range(Metric metric, Parameters parameters) {
            return new Range(0, 1);
        }
    }

    @Test
    void aRightMetricPasses() {
        Outcome outcome = Outcome.of(Right.class);
        assertEquals(Map.of(), outcome.failures());
        assertTrue(outcome.passed() >= 10, outcome.passed() + " tests");
    }

    static class KeepsState extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return made(() -> {
                double[] last = new double[1];
                return (function, out) -> {
                    double value = roughness(function.values());
                    out.value(value + 1e-6 * last[0]);
                    last[0] = value;
                };
            });
        }
    }

    @Test
    void aProbeThatRemembersTheFunctionBeforeIsFound() {
        assertFinds(KeepsState.class, "keepsNothingFromFunctionToFunction", "after other functions");
    }

    static class GivesNotANumber extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return made(() -> (function, out) -> out.value(Math.sqrt(-roughness(function.values()))));
        }
    }

    static class GivesNoReason extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return made(() -> (function, out) -> out.status(Status.FAILED));
        }
    }

    @Test
    void aValueThatIsNoNumberNeedsAStatusWithAReason() {
        assertFinds(GivesNotANumber.class, "measuresEveryResolutionThatItDoesNotRefuse", "NaN and the status ok");
        assertFinds(GivesNoReason.class, "measuresEveryResolutionThatItDoesNotRefuse", "without a reason");
    }

    static class LeavesItsRange extends Right {
        @Override
        protected Range range(Metric metric, Parameters parameters) {
            return new Range(0, 0.1);
        }
    }

    @Test
    void aValueBeyondTheDeclaredRangeIsFound() {
        assertFinds(LeavesItsRange.class, "measuresEveryResolutionThatItDoesNotRefuse", "beyond");
    }

    static class DependsOnTheOffset extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return made(() -> (function, out) -> {
                double largest = 0;
                for (float value : function.values()) {
                    largest = Math.max(largest, Math.abs((double) value));
                }
                double mean = 0;
                for (float value : function.values()) {
                    mean += Math.abs(value - (double) function.values()[0]) / function.values().length;
                }
                out.value(roughness(function.values()) + 0.01 * mean / largest);
            });
        }
    }

    static class DependsOnTheOffsetAsDeclared extends DependsOnTheOffset {
        @Override
        protected Set<Invariance> invariances(Metric metric, Parameters parameters) {
            return Set.of(Invariance.SCALE);
        }
    }

    @Test
    void aValueThatDependsOnTheOffsetIsFoundUnlessItIsDeclared() {
        assertFinds(DependsOnTheOffset.class, "isBlindToWhatItDeclares", "depends on the OFFSET");
        assertEquals(Map.of(), Outcome.of(DependsOnTheOffsetAsDeclared.class).failures());
    }

    static class SortsTheSamples extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return made(() -> (function, out) -> {
                out.value(roughness(function.values()));
                Arrays.sort(function.values());
            });
        }
    }

    @Test
    void aProbeThatWritesToTheSamplesIsFound() {
        assertFinds(SortsTheSamples.class, "measuresEveryResolutionThatItDoesNotRefuse", "has changed the samples");
    }

    static class CopiesTheSamples extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return made(() ->
                    (function, out) -> out.value(roughness(function.values().clone())));
        }
    }

    @Test
    void aProbeThatAllocatesForEachFunctionIsFound() {
        assertFinds(CopiesTheSamples.class, "allocatesNextToNothing", "make scratch in prepare()");
    }

    static class CannotTellNoise extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return made(() -> (function, out) -> out.value(1 - roughness(function.values())));
        }
    }

    @Test
    void aMetricThatIsLargerForASmoothWaveThanForNoiseIsFound() {
        assertFinds(CannotTellNoise.class, "tellsNoiseFromAWave", "noise has the value");
    }

    /** The kit's own metric, with another graph. */
    private record Regraphed(UnaryOperator<MetricGraph> change) implements Metric {
        private static final PlainMetric RIGHT = new PlainMetric();

        @Override
        public String id() {
            return RIGHT.id();
        }

        @Override
        public int revision() {
            return RIGHT.revision();
        }

        @Override
        public Description description() {
            return RIGHT.description();
        }

        @Override
        public Probe prepare(SampleSpec spec, Parameters parameters) {
            return RIGHT.prepare(spec, parameters);
        }

        @Override
        public Optional<MetricGraph> graph(SampleSpec spec, Parameters parameters) {
            return RIGHT.graph(spec, parameters).map(change);
        }
    }

    /** The right operations, read in another way. */
    private record Reading(MetricGraph right, Consumer<Measurement> change) implements MetricGraph {
        @Override
        public List<Tensor> append(GraphBuilder graph, SampledTensor function) {
            return right.append(graph, function);
        }

        @Override
        public void read(float[] numbers, Extent extent, Measurement out) {
            right.read(numbers, extent, out);
            change.accept(out);
        }
    }

    static class GraphIsOff extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return List.of(new Regraphed(right -> new Reading(right, out -> out.value(out.value() * 1.001))));
        }
    }

    static class GraphGivesAnotherStatus extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return List.of(new Regraphed(
                    right -> new Reading(right, out -> out.status(Status.ROUNDING_NOISE, "nothing varies"))));
        }
    }

    static class GraphHasASpectrum extends MetricSuite {
        @Override
        protected List<Metric> extensions() {
            return List.of(new Regraphed(right -> new Reading(right, out -> out.spectrum(new double[] {1}, 1))));
        }
    }

    @Test
    void aGraphThatGivesAnotherValueStatusOrSpectrumThanTheProbeIsFound() {
        assertFinds(GraphIsOff.class, "measuresTheSameByItsGraph", "the value of");
        assertFinds(GraphGivesAnotherStatus.class, "measuresTheSameByItsGraph", "the status of");
        assertFinds(GraphHasASpectrum.class, "measuresTheSameByItsGraph", "the spectrum of");
    }
}
