package org.neuralredshift.engine.run;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunEndTest {
    @Test
    void aFailureOfTheMachineEndsTheRunHoweverItIsWrapped() {
        assertNotNull(RunEnd.of(new IllegalStateException(new OutOfMemoryError("no room"))));
        assertNull(RunEnd.of(new IllegalStateException("of one network")));
    }

    @Test
    void aCircleOfCausesEndsNothing() {
        Exception first = new Exception("first");
        first.initCause(new Exception("second", first));
        assertNull(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> RunEnd.of(first)));
    }
}
