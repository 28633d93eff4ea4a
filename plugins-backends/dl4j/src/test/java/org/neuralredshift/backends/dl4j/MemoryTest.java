package org.neuralredshift.backends.dl4j;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;

@Isolated("what is resident is that of the whole process")
class MemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int POINTS = 1024;

    @Test
    void aThousandNetworksTakeNoMoreMemoryThanOne() throws IOException {
        assumeTrue(Files.exists(STATUS), "the system does not tell how much memory is resident");
        try (Executable program = new Dl4jBackend().compile(network())) {
            runSessions(program, 50);
            System.gc();
            long before = residentKilobytes();
            runSessions(program, 500); // 1.5 MB each
            System.gc();
            long grown = residentKilobytes() - before;
            assertTrue(grown < 200_000, "500 sessions left " + grown + " kB behind");
        }
    }

    private static Graph network() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(POINTS, 2));
        Tensor weight = graph.scope("hidden").weight("w", Shape.of(64, 2), 2, 64, Tensor.Role.WEIGHT);
        Tensor hidden = graph.map(Scalar.input(0).tanh(), graph.matrixProduct(x, graph.transpose(weight, 1, 0)));
        return graph.output("f", graph.reduce(Tensor.Reduction.SUM, hidden, 1)).build();
    }

    private static void runSessions(Executable program, int count) {
        float[] out = new float[2 * POINTS];
        Initialisation initialisation =
                new Initialisation(Initialisation.Distribution.UNIFORM, Initialisation.Scale.GLOROT, 1, true, false, 3);
        Bindings bindings = new Bindings()
                .networks(2)
                .input("x", MemorySegment.ofArray(new float[2 * POINTS]))
                .weights(new Weights.Drawn(initialisation, 1, new long[] {1, 2}, new double[] {1, 1}))
                .output("f", MemorySegment.ofArray(out));
        for (int i = 0; i < count; i++) {
            try (Session session = program.open(2)) {
                session.run(bindings);
            }
        }
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
