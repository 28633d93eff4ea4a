package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.training.Training;
import org.neuralredshift.testkit.plain.PlainBackend;

class BackendSuiteTest {
    private static Map<String, String> failures(Class<? extends BackendSuite> suite) {
        return Outcome.of(suite).failures();
    }

    static class Right extends BackendSuite {
        @Override
        protected List<Backend> extensions() {
            return List.of(new PlainBackend());
        }
    }

    @Test
    void aRightBackendPasses() {
        Outcome outcome = Outcome.of(Right.class);
        assertEquals(Map.of(), outcome.failures());
        assertTrue(outcome.passed() > 100, outcome.passed() + " tests");
    }

    static class ManyUlp extends BackendSuite {
        @Override
        protected List<Backend> extensions() {
            return List.of(new SpoiledBackend(values -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] += 40 * Math.ulp(values[i]);
                }
            }));
        }
    }

    @Test
    void anErrorOfManyUlpIsFoundInEveryOperation() {
        Map<String, String> failures = failures(ManyUlp.class);
        assertTrue(
                failures.keySet()
                        .containsAll(Set.of(
                                "functionsAreWithinTheirError",
                                "functionsOfTwoNumbersAreWithinTheirError",
                                "operationsMeanWhatTheirDefinitionsSay",
                                "drawsTheWeightsOfTheDefinition")),
                failures::toString);
        assertTrue(failures.get("functionsAreWithinTheirError").contains("ulp, but at most"), failures::toString);
    }

    static class Drifts extends BackendSuite {
        private static final AtomicInteger RUNS = new AtomicInteger();

        @Override
        protected List<Backend> extensions() {
            return List.of(new SpoiledBackend(values -> {
                if (values.length > 0 && RUNS.getAndIncrement() % 2 == 1) {
                    values[values.length - 1] = Math.nextUp(values[values.length - 1]);
                }
            }));
        }
    }

    @Test
    void oneBitThatDiffersFromRunToRunIsFound() {
        assertTrue(failures(Drifts.class).containsKey("givesTheSameBitsHoweverItIsRun"));
    }

    static class Smooths extends BackendSuite {
        @Override
        protected List<Backend> extensions() {
            return List.of(new SpoiledBackend(values -> {
                for (int i = 1; i < values.length; i++) {
                    values[i] = 0.8f * values[i - 1] + 0.2f * values[i];
                }
            }));
        }
    }

    @Test
    void chaoticNetworksThatComeOutTooSmoothAreFound() {
        assertTrue(failures(Smooths.class)
                .getOrDefault("isAsComplexWhereNetworksAreChaotic", "")
                .contains("mean variation"));
    }

    static class WritesTooMuch extends BackendSuite {
        @Override
        protected List<Backend> extensions() {
            return List.of(new SpoiledBackend(values -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = values[i] == 77 ? 0 : values[i];
                }
            }));
        }
    }

    @Test
    void writingBehindTheLastNetworkIsFound() {
        assertEquals(
                Set.of("writesNoMoreThanItsNetworks"),
                failures(WritesTooMuch.class).keySet());
    }

    private record Overflows(Backend right) implements Backend {
        @Override
        public String id() {
            return "overflows";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("A wrong backend.");
        }

        @Override
        public Availability probe() {
            return right.probe();
        }

        @Override
        public Executable compile(Graph graph) {
            Executable program = right.compile(graph);
            return new Executable() {
                @Override
                public Session open(int networks) {
                    float[] scratch = new float[networks * 82]; // of 2^31 - 1 networks: a negative number
                    Session session = program.open(networks);
                    return new Session() {
                        @Override
                        public void run(Bindings bindings) {
                            Arrays.fill(scratch, 0);
                            session.run(bindings);
                        }

                        @Override
                        public void write(String state, MemorySegment values) {
                            session.write(state, values);
                        }

                        @Override
                        public void read(String state, MemorySegment values) {
                            session.read(state, values);
                        }

                        @Override
                        public void close() {
                            session.close();
                        }
                    };
                }

                @Override
                public String explain() {
                    return program.explain();
                }

                @Override
                public void close() {
                    program.close();
                }
            };
        }
    }

    static class AllocatesWithoutCare extends BackendSuite {
        @Override
        protected List<Backend> extensions() {
            return List.of(new Overflows(new PlainBackend()));
        }
    }

    @Test
    void aSizeThatOverflowsIsFound() {
        Map<String, String> failures = failures(AllocatesWithoutCare.class);
        assertEquals(Set.of("refusesWhatIsTooLargeForMemory"), failures.keySet());
        assertTrue(failures.toString().contains("NegativeArraySizeException"), failures::toString);
    }

    static class DeclaresWhatIsNotRefused extends Right {
        @Override
        protected Set<String> refused(Backend backend) {
            return Set.of("transpose");
        }
    }

    @Test
    void aRefusalThatIsDeclaredAndDoesNotHappenIsFound() {
        Map<String, String> failures = failures(DeclaresWhatIsNotRefused.class);
        assertEquals(Set.of("operationsMeanWhatTheirDefinitionsSay"), failures.keySet());
        assertTrue(failures.toString().contains("declared as refused"), failures::toString);
    }

    static class ForgetsUpdates extends BackendSuite {
        @Override
        protected List<Backend> extensions() {
            return List.of(new Changed(graph -> new Graph(graph.tensors(), graph.outputs())));
        }
    }

    @Test
    void statesThatDoNotChangeAreFound() {
        assertEquals(
                Set.of("keepsStatesFromStepToStep", "trainsAsTheDefinitionDoes", "leavesNetworksAloneThatHaveEnded"),
                failures(ForgetsUpdates.class).keySet());
    }

    static class TrainsTooFast extends BackendSuite {
        @Override
        protected List<Backend> extensions() {
            return List.of(new Changed(TrainsTooFast::faster));
        }

        /** All learning rates are a hundredth too large. */
        private static Graph faster(Graph graph) {
            GraphBuilder builder = new GraphBuilder();
            Map<String, Tensor> wanted = new LinkedHashMap<>(graph.outputs());
            graph.states().forEach(state -> wanted.put("state " + state.name(), state));
            graph.updates().forEach((state, value) -> wanted.put("update " + state.name(), value));
            Map<String, Tensor> copies = builder.include(
                    new Graph(graph.tensors(), wanted),
                    leaf -> leaf instanceof Tensor.NetworkScalar s && s.name().equals(Training.LEARNING_RATE)
                            ? Optional.of(builder.map(
                                    Scalar.input(0).times(1.01), builder.networkScalar(Training.LEARNING_RATE)))
                            : Optional.empty());
            Function<String, Tensor> copy = name -> Objects.requireNonNull(copies.get(name), name);
            for (Tensor.State state : graph.updates().keySet()) {
                Tensor.State own = (Tensor.State) copy.apply("state " + state.name());
                builder.update(own, copy.apply("update " + state.name()));
            }
            graph.outputs().keySet().forEach(name -> builder.output(name, copy.apply(name)));
            return builder.build();
        }
    }

    @Test
    void stepsThatAreAHundredthTooLongAreFound() {
        assertEquals(
                Set.of("trainsAsTheDefinitionDoes"),
                failures(TrainsTooFast.class).keySet());
    }

    static class DeclaresNoStates extends Right {
        @Override
        protected boolean keepsStates(Backend backend) {
            return false;
        }
    }

    @Test
    void statesThatAreDeclaredAsRefusedAndAreNotAreFound() {
        Map<String, String> failures = failures(DeclaresNoStates.class);
        assertEquals(5, failures.size(), failures::toString);
        assertTrue(failures.toString().contains("declared not to keep states"), failures::toString);
    }

    /** Runs another program than it is given. */
    private record Changed(UnaryOperator<Graph> change) implements Backend {
        @Override
        public String id() {
            return "changed";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("A wrong backend.");
        }

        @Override
        public Availability probe() {
            return Availability.yes("nothing good");
        }

        @Override
        public Executable compile(Graph graph) {
            return new PlainBackend().compile(change.apply(graph));
        }
    }
}
