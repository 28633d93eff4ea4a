package org.neuralredshift.api.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.training.Schedule.Decay;

class ScheduleTest {
    private static void assertFactors(Schedule schedule, double... expected) {
        for (int step = 0; step < expected.length; step++) {
            double factor = Evaluation.of(schedule.factor(Scalar.input(0)), step);
            assertEquals(expected[step], factor, 1e-15, schedule + " in step " + step);
        }
    }

    @Test
    void everyScheduleFallsAsItsFormulaSays() {
        assertFactors(Schedule.CONSTANT, 1, 1, 1, 1, 1);
        assertFactors(new Schedule(Decay.LINEAR, 0, 4), 1, 0.75, 0.5, 0.25, 0, 0);
        double part = Math.cos(Math.PI / 4) / 2;
        assertFactors(new Schedule(Decay.COSINE, 0, 4), 1, 0.5 + part, 0.5, 0.5 - part, 0, 0);
    }

    @Test
    void theWarmUpRisesToOneBeforeTheRateFalls() {
        assertFactors(new Schedule(Decay.CONSTANT, 4, 9), 0.25, 0.5, 0.75, 1, 1, 1);
        assertFactors(new Schedule(Decay.LINEAR, 2, 6), 0.5, 1, 1, 0.75, 0.5, 0.25, 0);
    }

    @Test
    void refusesAWarmUpThatLeavesNoStep() {
        assertThrows(IllegalArgumentException.class, () -> new Schedule(Decay.COSINE, 4, 4));
        assertThrows(IllegalArgumentException.class, () -> new Schedule(Decay.CONSTANT, -1, 4));
        assertThrows(IllegalArgumentException.class, () -> new Schedule(Decay.LINEAR, 0, 0));
    }
}
