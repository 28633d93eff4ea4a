package org.neuralredshift.testkit.plain;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MeasuringProgram;
import org.neuralredshift.api.metric.MetricGraph;

/** Measures sampled functions by the program of a metric. */
public final class MeasuringPrograms {
    private static final String FUNCTION = "f";

    private MeasuringPrograms() {}

    /** What a backend gives for some functions, each by its samples: of each function what each metric measures, in one program. */
    public static List<List<Measurement>> measure(
            Backend backend, List<MetricGraph> metrics, SampleSpec spec, List<float[]> functions) {
        Graph given = given(spec);
        MeasuringProgram program = new MeasuringProgram(given, FUNCTION, spec, metrics, false);
        float[] samples = new float[functions.size() * spec.points()];
        for (int i = 0; i < functions.size(); i++) {
            System.arraycopy(functions.get(i), 0, samples, i * spec.points(), spec.points());
        }
        MemorySegment numbers = MemorySegment.ofArray(new float[functions.size() * program.count()]);
        try (Executable executable = backend.compile(program.graph());
                Session session = executable.open(functions.size())) {
            session.run(new Bindings()
                    .networks(functions.size())
                    .weights(Programs.given(
                            Map.of(program.graph().weights().getFirst().name(), samples)))
                    .output(MeasuringProgram.NUMBERS, numbers));
        }
        List<List<Measurement>> measured = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            Status status = program.select(numbers, i);
            List<Measurement> ofFunction = new ArrayList<>();
            for (int metric = 0; metric < metrics.size(); metric++) {
                Measurement out = new Measurement();
                out.status(status);
                if (status == Status.OK) {
                    program.measure(metric, out);
                }
                ofFunction.add(out);
            }
            measured.add(ofFunction);
        }
        return measured;
    }

    /** A program that gives its only weight: networks that are functions by their samples. */
    private static Graph given(SampleSpec spec) {
        GraphBuilder graph = new GraphBuilder().scope("given");
        Tensor samples = graph.weight(FUNCTION, Shape.of(spec.points(), 1), 1, 1, Tensor.Role.WEIGHT);
        return graph.output(FUNCTION, samples).build();
    }
}
