package org.neuralredshift.examiner;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void whatWasThrownFirstIsTold() {
        Tally tally = new Tally("check");
        tally.fail("", new IllegalStateException("outer", new IllegalStateException("inner")));
        String message = tally.finding("metric/made").message();
        assertTrue(message.contains("inner at ") && message.contains("TallyTest"), message);
    }

    @Test
    void causesThatGoRoundInACircleAreNoTrap() {
        Exception outer = new IllegalStateException("outer");
        Exception inner = new IllegalStateException("inner", outer);
        outer.initCause(inner);
        Tally tally = new Tally("check");
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> tally.fail("", outer));
        assertTrue(tally.hasFailed());
    }
}
