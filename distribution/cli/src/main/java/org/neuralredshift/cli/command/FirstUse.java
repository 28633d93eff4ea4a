package org.neuralredshift.cli.command;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;

/**
 * What became of the first program that a backend ran in this process.
 *
 * @param used whether there was one
 * @param seconds until its result was there
 * @param failure why there is none; empty if there is
 */
record FirstUse(boolean used, double seconds, String failure) {
    /** Runs one small program, if the backend says that it can run. */
    static FirstUse of(Backend backend) {
        if (!backend.probe().usable()) {
            return new FirstUse(false, 0, "");
        }
        long begin = System.nanoTime();
        try {
            float result = run(backend);
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new FirstUse(true, seconds, result == 9 ? "" : "3 x 3 is " + result + " on it");
        } catch (RuntimeException | LinkageError e) {
            return new FirstUse(true, 0, String.valueOf(e.getMessage()));
        }
    }

    private static float run(Backend backend) {
        GraphBuilder graph = new GraphBuilder();
        Graph square = graph.output(
                        "f", graph.map(Scalar.input(0).times(Scalar.input(0)), graph.input("x", Shape.of(1, 1))))
                .build();
        float[] result = new float[1];
        try (Executable program = backend.compile(square);
                Session session = program.open(1)) {
            session.run(new Bindings()
                    .input("x", MemorySegment.ofArray(new float[] {3}))
                    .output("f", MemorySegment.ofArray(result)));
        }
        return result[0];
    }

    /** What it adds to, or corrects in, the record of the backend. */
    Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        if (!failure.isEmpty()) {
            record.put("state", "fails");
            record.put("detail", failure);
        } else if (used) {
            record.put("first-use", String.format(Locale.ROOT, "first use %.2f s", seconds));
        }
        return record;
    }
}
