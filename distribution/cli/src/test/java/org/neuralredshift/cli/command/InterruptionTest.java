package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class InterruptionTest {
    @Test
    void returnsWhatIsComputedAndStopsNothing() {
        assertEquals(7, Interruption.guard(() -> fail("nobody asked to stop"), () -> 7));
    }

    @Test
    void letsErrorsThrough() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Interruption.guard(() -> {}, () -> {
                    throw new IllegalArgumentException("wrong");
                }));
    }
}
