package org.neuralredshift.engine.study;

import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Extensions;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.plugin.Catalog;

/** Small extensions from which studies of architectures are written. */
final class Architectures {
    private static final Parameter FREQUENCY =
            Parameter.real("frequency", 1, Origin.ASSUMED, 0.5, 100, "", "for these tests");
    private static final Parameter FORM = Parameter.choice(
            "form",
            "paper",
            Origin.ASSUMED,
            List.of("paper", "textbook"),
            "textbook adds the input, whatever its width");
    private static final Parameter GAIN = Parameter.flag("gain", false, Origin.ASSUMED, "for these tests");

    private Architectures() {}

    static Catalog catalog() {
        return Catalog.of(
                new Wave("relu", ParameterSchema.EMPTY),
                new Wave("tanh", ParameterSchema.EMPTY),
                new Wave("snake", ParameterSchema.of(FREQUENCY)),
                new Part("dense", false, ParameterSchema.EMPTY),
                new Part("gating", false, ParameterSchema.EMPTY),
                new Part("residual", false, ParameterSchema.of(FORM, FREQUENCY)),
                new Part("layer-norm", true, ParameterSchema.of(GAIN, FREQUENCY)),
                new Anything(),
                new Networks());
    }

    private record Wave(String id, ParameterSchema parameters) implements Activation {
        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("x");
        }

        @Override
        public Scalar apply(Scalar x, Arguments arguments) {
            return x;
        }
    }

    private record Part(String id, boolean beforeActivation, ParameterSchema parameters) implements Layer {
        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("a product, or the input added to the value");
        }

        @Override
        public Tensor apply(GraphBuilder graph, Stage stage, Parameters chosen) {
            boolean isSum = Optional.ofNullable(chosen.values().get("form"))
                    .filter("textbook"::equals)
                    .isPresent();
            if (isSum) {
                graph.requireSameShape("sum", stage.value(), stage.input());
                return stage.value();
            }
            int features = stage.features();
            Shape shape = Shape.of(features, stage.width());
            return graph.matrixProduct(
                    stage.value(), graph.weight("w", shape, features, stage.width(), Tensor.Role.WEIGHT));
        }
    }

    private record Anything() implements Metric {
        @Override
        public String id() {
            return "anything";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("nothing in particular");
        }

        @Override
        public Probe prepare(SampleSpec spec, Parameters parameters) {
            return (function, out) -> out.value(1);
        }
    }

    private record Networks() implements Task {
        @Override
        public String id() {
            return "networks";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("random networks");
        }

        @Override
        public ParameterSchema parameters() {
            return RandomNetwork.PARAMETERS;
        }

        @Override
        public ResultSchema results() {
            return ResultSchema.of();
        }

        @Override
        public void check(Parameters parameters, long studySeed, Extensions extensions) {
            RandomNetwork.of(parameters, extensions::activation, extensions::layer);
        }

        @Override
        public void run(TrialBatch batch, Lab lab, ResultSink out) {
            throw new UnsupportedOperationException("these studies are only read");
        }
    }
}
