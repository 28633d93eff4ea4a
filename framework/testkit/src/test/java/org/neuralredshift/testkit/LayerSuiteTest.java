package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.plain.PlainBackend;

class LayerSuiteTest {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);

    private interface Rule {
        Tensor apply(GraphBuilder graph, Stage stage);
    }

    private record Made(Rule rule) implements Layer {
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
            return Description.of("A layer.");
        }

        @Override
        public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
            return rule.apply(graph, stage);
        }
    }

    private static void assertFinds(Class<? extends LayerSuite> suite, String method, String words) {
        Map<String, String> failures = Outcome.of(suite).failures();
        assertTrue(failures.getOrDefault(method, "").contains(words), failures::toString);
    }

    /** A gate for each feature, which refuses to stand behind an encoding. */
    static class Right extends LayerSuite {
        @Override
        protected List<Layer> extensions() {
            return List.of(new Made((graph, stage) -> {
                if (stage.features() == 2) {
                    throw graph.error("is no encoding");
                }
                Tensor gate = graph.weight("gate", Shape.of(stage.features()), 1, 1, Tensor.Role.BIAS);
                return graph.map(A.times(B.sigmoid()), stage.value(), gate);
            }));
        }

        @Override
        protected List<Backend> backends() {
            return List.of(new PlainBackend());
        }
    }

    @Test
    void aRightLayerPasses() {
        Outcome outcome = Outcome.of(Right.class);
        assertEquals(Map.of(), outcome.failures());
        assertTrue(outcome.passed() >= 8, outcome.passed() + " tests");
    }

    static class WeightsChange extends LayerSuite {
        private static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        protected List<Layer> extensions() {
            return List.of(new Made((graph, stage) -> {
                boolean first = CALLS.getAndIncrement() / 3 % 2 == 0;
                Tensor one = weight(graph, first ? "one" : "two");
                Tensor two = weight(graph, first ? "two" : "one");
                return graph.map(A.times(B).plus(Scalar.input(2)), stage.value(), one, two);
            }));
        }

        private static Tensor weight(GraphBuilder graph, String name) {
            return graph.weight(name, Shape.SCALAR, 1, 1, Tensor.Role.WEIGHT);
        }
    }

    @Test
    void weightsThatAreNotDeclaredTheSameWayEachTimeAreFound() {
        assertTrue(Outcome.of(WeightsChange.class).failures().containsKey("declaresTheSameWeightsEachTime"));
    }

    static class MixesPoints extends LayerSuite {
        @Override
        protected List<Layer> extensions() {
            return List.of(new Made((graph, stage) -> {
                Tensor sum = graph.reduce(Tensor.Reduction.SUM, stage.value(), 0);
                return graph.map(A.minus(B.times(0.1)), stage.value(), sum);
            }));
        }
    }

    @Test
    void aLayerThatMixesPointsIsFound() {
        assertFinds(MixesPoints.class, "treatsEachPointByItself", "depends on the other points");
    }

    static class GivesInfinity extends LayerSuite {
        @Override
        protected List<Layer> extensions() {
            return List.of(
                    new Made((graph, stage) -> graph.map(A.plus(A.times(1e9).exp()), stage.value())));
        }
    }

    @Test
    void aLayerThatOverflowsIsFound() {
        assertFinds(GivesInfinity.class, "givesFiniteNumbers", "a network of seed 1 has");
    }

    static class HasNoSlope extends LayerSuite {
        @Override
        protected List<Layer> extensions() {
            return List.of(
                    new Made((graph, stage) -> graph.map(A.plus(A.minus(A).sqrt()), stage.value())));
        }
    }

    @Test
    void aLayerThatCannotBeDifferentiatedIsFound() {
        assertFinds(HasNoSlope.class, "canBeDifferentiated", "derivative");
    }

    static class LosesTheAxisOfPoints extends LayerSuite {
        @Override
        protected List<Layer> extensions() {
            return List.of(new Made((graph, stage) -> graph.transpose(stage.value(), 1, 0)));
        }
    }

    @Test
    void aLayerThatGivesAnotherShapeIsFound() {
        assertFinds(LosesTheAxisOfPoints.class, "standsWhereItFitsAndSaysWhereNot", "gives [points, features]");
    }

    static class StandsNowhere extends LayerSuite {
        @Override
        protected List<Layer> extensions() {
            return List.of(new Made((graph, stage) -> {
                throw graph.error("not here");
            }));
        }
    }

    @Test
    void aLayerThatIsRefusedEverywhereIsFound() {
        assertFinds(StandsNowhere.class, "standsWhereItFitsAndSaysWhereNot", "refused wherever");
    }

    static class OnAWrongBackend extends Right {
        @Override
        protected List<Backend> backends() {
            return List.of(new SpoiledBackend(values -> values[4] += 1e-3f));
        }
    }

    @Test
    void aBackendThatDisagreesIsFound() {
        assertFinds(OnAWrongBackend.class, "isTheSameOnEveryBackend", "on backend spoiled");
    }
}
