package org.neuralredshift.backends.cuda.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.metrics.compression.Lz78Metric;
import org.neuralredshift.testkit.plain.Agreement;

/** The phrases that a card counts are those that {@code lz78} counts on the host. */
class PhraseKernelTest {
    private static final Metric LZ78 = new Lz78Metric();
    /** Too little for nine times nine samples, so that they are sorted and parsed in memory of the card. */
    private static final Limits LITTLE = new Limits(512);

    private static final List<Map<String, Object>> SETTINGS = List.of(
            Map.of(),
            Map.of("quantisation", "rank", "levels", 2),
            Map.of("quantisation", "rank", "levels", 7, "scan", "hilbert"),
            Map.of("quantisation", "rank", "levels", 256),
            Map.of("quantisation", "min-max", "levels", 2, "scan", "serpentine"),
            Map.of("quantisation", "min-max"),
            Map.of("quantisation", "min-max", "levels", 256));

    private static void compare(SampleSpec spec, Limits limits, List<Map<String, Object>> settings) {
        assumeTrue(Tool.isThere("g++"), "there is no g++ that could compile kernels for the processor");
        HostBackend backend = new HostBackend(limits);
        List<Parameters> resolved =
                settings.stream().map(LZ78.parameters()::resolve).toList();
        List<MetricSelection> offered = Agreement.byKernel(LZ78, resolved, spec, backend);
        assertTrue(offered.contains(new MetricSelection(LZ78, LZ78.parameters().defaults())), spec::toString);
        Agreement.check(offered, spec, backend);
    }

    /** In a plane that is no square, on a line, and at one point. */
    @Test
    void countsThePhrasesOfTheHostWhereverThereAreSamples() {
        compare(new Grid(List.of(Axis.uniform(7), Axis.uniform(5))), Limits.SMALLEST, SETTINGS);
        compare(Grid.uniform(9, 1), Limits.SMALLEST, List.of(Map.of()));
        compare(new PointSet(1, new float[] {0.5f}), Limits.SMALLEST, List.of(Map.of()));
    }

    @Test
    void countsTheSameInMemoryOfTheCard() {
        compare(Grid.uniform(9, 2), LITTLE, SETTINGS.subList(0, 3));
    }

    @Test
    void countsTheSameOnAUsualGrid() {
        compare(Grid.uniform(64, 2), Limits.SMALLEST, List.of(Map.of()));
    }

    private static Tensor.Kernel kernel(String name, int revision, Map<String, Object> parameters, Shape shape) {
        GraphBuilder graph = new GraphBuilder();
        return graph.kernel(name, revision, new Parameters(parameters), graph.state("f", shape), Shape.of(1));
    }

    @Test
    void offersWhatItKnowsOnly() {
        Map<String, Object> usual = Map.of("quantisation", "rank", "levels", 10L);
        assertTrue(Programs.offers(kernel("lz78", 1, usual, Shape.of(1 << 18))));
        assertFalse(Programs.offers(kernel("lzw", 1, usual, Shape.of(9))));
        assertFalse(Programs.offers(kernel("lz78", 2, usual, Shape.of(9))));
        assertFalse(Programs.offers(kernel("lz78", 1, usual, Shape.of((1 << 18) + 1))));
        assertFalse(Programs.offers(kernel("lz78", 1, usual, Shape.of(3, 3))));
        assertFalse(Programs.offers(kernel("lz78", 1, Map.of("quantisation", "rank"), Shape.of(9))));
        assertFalse(Programs.offers(kernel("lz78", 1, Map.of("quantisation", "rank", "levels", 257L), Shape.of(9))));
        assertFalse(Programs.offers(
                kernel("lz78", 1, Map.of("quantisation", "rank", "levels", 10L, "window", "hann"), Shape.of(9))));
        assertFalse(Programs.offers(kernel("lz78", 1, Map.of("quantisation", "sign", "levels", 10L), Shape.of(9))));
    }

    @Test
    void aKernelThatIsNotOfferedIsRefusedByName() {
        GraphBuilder graph = new GraphBuilder();
        Tensor kernel = graph.kernel("zip", 3, Parameters.NONE, graph.state("f", Shape.of(4)), Shape.of(1));
        Graph built = graph.output("n", kernel).build();
        String message = assertThrows(UnsupportedGraphException.class, () -> Programs.lower(built, Limits.SMALLEST))
                .getMessage();
        assertTrue(message.startsWith("the backend cuda has no kernel zip of revision 3 with {} for [4]"), message);
    }

    /** All phrases of a sequence differ, so its length bounds their number: 0 1 00 01 10 11 and two of three symbols are 16. */
    @Test
    void theTreeHasRoomForTheMostPhrases() {
        assertEquals(
                List.of(1, 2, 2, 3, 6, 7, 8),
                IntStream.of(1, 2, 3, 4, 10, 13, 16)
                        .mapToObj(points -> new Phrases(points, Phrases.Quantisation.MEDIAN, 2).most())
                        .toList());
        assertEquals(4, new Phrases(4, Phrases.Quantisation.RANK, 256).most());
        assertEquals(256 + 100, new Phrases(456, Phrases.Quantisation.RANK, 256).most());
    }
}
