package org.neuralredshift.backends.dl4j;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;

class RefusalTest {
    @Test
    void aTensorThatNoBufferHoldsIsRefusedWithItsShape() {
        Shape shape = Shape.of(1 << 20, 1 << 10);
        GraphBuilder graph = new GraphBuilder();
        Graph wide = graph.output("f", graph.expand(graph.constant(Shape.of(1), 1), shape))
                .build();
        String message = assertThrows(UnsupportedGraphException.class, () -> new Dl4jBackend().compile(wide))
                .getMessage();
        assertTrue(message.contains("dl4j") && message.contains("[1048576, 1024]"), message);
        assertTrue(message.contains("fewer points"), message);
    }
}
