package org.neuralredshift.api.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagesTest {
    @Test
    void theLastStageHasTheBareLabel() {
        assertEquals("fourier", Stages.label("fourier", "final"));
        assertEquals("fourier", Stages.label("fourier", ""));
        assertEquals("lz78[scan=rows]@initial", Stages.label("lz78[scan=rows]", "initial"));
    }

    @Test
    void stepsAreWholeNumbers() {
        assertTrue(Stages.isSteps("0") && Stages.isSteps("1500"));
        assertFalse(Stages.isSteps("initial") || Stages.isSteps("010") || Stages.isSteps("-1") || Stages.isSteps(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Accuracy", "test accuracy", "loss@final", "-loss", "loss-", "a--b", "2-loss"})
    void aQuantityThatNoStudyCouldNameIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Quantity(name, "", "a number"));
    }

    @Test
    void aQuantityHasWordsWithHyphens() {
        assertEquals("test-accuracy", new Quantity("test-accuracy", "", "a share").name());
    }
}
