package org.neuralredshift.engine;

import java.lang.foreign.MemorySegment;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSchema.Column;
import org.neuralredshift.api.task.ResultSchema.Type;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/** A task whose rows hold what the backend finds, one run for each network. */
public record Asking() implements Task {
    @Override
    public String id() {
        return "asking";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("asks the backend");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(Parameter.integer("question", 1, Origin.ASSUMED, 1, 100, "", "a batch for each"));
    }

    @Override
    public ResultSchema results() {
        return ResultSchema.of(
                new Column("metric", Type.TEXT, "", "label"),
                new Column("value", Type.REAL, "", "what the backend found"),
                new Column("variant", Type.TEXT, "", "empty: labels tell all"));
    }

    private static Graph graph() {
        GraphBuilder graph = new GraphBuilder();
        return graph.output("f", graph.input("x", Shape.of(1))).build();
    }

    @Override
    public void run(TrialBatch batch, Lab lab, ResultSink out) {
        float[] found = new float[1];
        try (Executable program = lab.backend().compile(graph());
                Session session = program.open(1)) {
            for (Trial trial : batch.trials()) {
                session.run(new Bindings().output("f", MemorySegment.ofArray(found)));
                out.row(trial, Status.OK)
                        .set(0, lab.metrics().getFirst().label())
                        .set(1, found[0])
                        .end();
                out.completed(trial);
            }
        }
    }
}
