package org.neuralredshift.examiner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.engine.examination.Outcome;
import org.neuralredshift.testkit.TrainingSuite;

class TallyTest {
    @Test
    void whatWasThrownFirstIsTold() {
        Tally tally = new Tally("check");
        tally.fail("", new IllegalStateException("outer", new IllegalStateException("inner")));
        String message = tally.finding("metric/made").message();
        assertTrue(message.contains("inner at ") && message.contains("TallyTest"), message);
    }

    @Test
    void everyCheckOfProgramsWithStatesMayBeRefused() {
        List<String> checks = Stream.of(TrainingSuite.class.getMethods())
                .filter(method -> method.getDeclaringClass() == TrainingSuite.class)
                .map(Method::getName)
                .toList();
        assertTrue(checks.contains("trainsAsTheDefinitionDoes"), checks::toString);
        for (String check : checks) {
            Tally tally = new Tally(check);
            tally.fail("", new UnsupportedGraphException("the backend made keeps no states"));
            assertEquals(Outcome.UNDECIDED, tally.finding("backend/made").outcome(), check);
        }
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
