package org.neuralredshift.backends.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Part;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.random.RandomStream;

/** A whole network against nested loops that share nothing with the interpreter but the drawn weights. */
class ArchitectureTest {
    private static final int WIDTH = 5;
    private static final int STUDY_SEED = 11;
    private static final long[] SEEDS = {7, 4_000_000_000L, 9};
    private static final double[] MAGNITUDES = {1, 5, 0.5};
    private static final float[] PREFACTORS = {1, 2, 0.25f};
    private static final Initialisation INITIALISATION =
            new Initialisation(Initialisation.Distribution.UNIFORM, Initialisation.Scale.GLOROT, 1, true, false, 5);

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, true", "3, false", "3, true"})
    void agreesWithPlainLoops(int depth, boolean prefactor) {
        Part.Layered dense = new Part.Layered(new TestDense(), Parameters.NONE);
        Part activated = new Part.Activated(new TestTanh(), Arguments.constant(Parameters.NONE), prefactor);
        Architecture architecture = new Architecture(2, 1, depth, WIDTH, List.of(), List.of(dense, activated), dense);
        Grid grid = Grid.uniform(4, 2);
        Graph graph = architecture.graph(grid.points());
        float[] x = grid.coordinates();
        MemorySegment f = Floats.zeros(SEEDS.length * grid.points());
        Bindings bindings = new Bindings()
                .networks(SEEDS.length)
                .input(Architecture.INPUT, Floats.of(x))
                .scalar(Architecture.PREFACTOR, PREFACTORS)
                .weights(new Weights.Drawn(INITIALISATION, STUDY_SEED, SEEDS, MAGNITUDES))
                .output(Architecture.OUTPUT, f);
        try (Executable program = new ReferenceBackend().compile(graph);
                Session session = program.open(SEEDS.length)) {
            session.run(bindings);
        }
        float[] actual = Floats.read(f);
        for (int network = 0; network < SEEDS.length; network++) {
            for (int point = 0; point < grid.points(); point++) {
                double expected =
                        evaluate(depth, network, prefactor ? PREFACTORS[network] : 1, x[2 * point], x[2 * point + 1]);
                float value = actual[network * grid.points() + point];
                assertEquals(expected, value, Math.ulp((float) expected), "network " + network + " point " + point);
            }
        }
    }

    private static double evaluate(int depth, int network, double prefactor, double x1, double x2) {
        double[] values = {x1, x2};
        for (int layer = 0; layer <= depth; layer++) {
            int width = layer == depth ? 1 : WIDTH;
            float[] weight = draw(2 * layer, width, values.length, true, network);
            float[] bias = draw(2 * layer + 1, width, values.length, false, network);
            double[] next = new double[width];
            for (int unit = 0; unit < width; unit++) {
                double z = bias[unit];
                for (int i = 0; i < values.length; i++) {
                    z += weight[unit * values.length + i] * values[i];
                }
                next[unit] = layer == depth ? z : Math.tanh(prefactor * z);
            }
            values = next;
        }
        return values[0];
    }

    private static float[] draw(int ordinal, int width, int inputs, boolean isWeight, int network) {
        float[] out = new float[isWeight ? width * inputs : width];
        Tensor.Weight weight = new Tensor.Weight(
                "w",
                ordinal,
                isWeight ? Shape.of(width, inputs) : Shape.of(width),
                inputs,
                width,
                isWeight ? Tensor.Role.WEIGHT : Tensor.Role.BIAS);
        INITIALISATION.draw(weight, STUDY_SEED, SEEDS[network], MAGNITUDES[network], new RandomStream(), out);
        return out;
    }

    private record TestDense() implements Layer {
        @Override
        public String id() {
            return "dense";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("for this test");
        }

        @Override
        public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
            Tensor x = stage.value();
            int width = stage.width();
            int features = stage.features();
            Tensor w = graph.weight("weight", Shape.of(width, features), features, width, Tensor.Role.WEIGHT);
            Tensor b = graph.weight("bias", Shape.of(width), features, width, Tensor.Role.BIAS);
            Tensor product = graph.matrixProduct(x, graph.transpose(w, 1, 0));
            return graph.map(Scalar.input(0).plus(Scalar.input(1)), product, b);
        }
    }

    private record TestTanh() implements Activation {
        @Override
        public String id() {
            return "tanh";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("for this test");
        }

        @Override
        public Scalar apply(Scalar x, Arguments arguments) {
            return x.tanh();
        }
    }
}
