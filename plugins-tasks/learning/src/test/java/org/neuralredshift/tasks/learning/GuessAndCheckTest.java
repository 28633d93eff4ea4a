package org.neuralredshift.tasks.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.tasks.learning.Bench.trial;
import static org.neuralredshift.tasks.learning.Bench.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.task.Trial;

class GuessAndCheckTest {
    private static final GuessAndCheck TASK = new GuessAndCheck();
    /** Four examples to train on. */
    private static final Map<String, Object> SMALL = Map.of(
            "activation", "tanh",
            "depth", 1,
            "width", 4,
            "grid", 8,
            "segments", 4,
            "guesses", 1000,
            "dataset", "modulo-addition[size=4,modulus=5,train-fraction=0.25]");

    @Test
    void whatItFindsIsRightOnTheTrainingSet() {
        for (long seed = 0; seed < 5; seed++) {
            Trial trial = trial(TASK, seed, SMALL);
            Bench.Run run = Bench.run(TASK, trial);
            assertEquals(1, run.row(trial, "fitted@final").value());
            assertEquals(1, run.row(trial, "train-accuracy@final").value());
            double guesses = run.row(trial, "guesses@final").value();
            assertEquals(guesses, run.row(trial, "dirichlet@final").step());
            assertTrue(guesses >= 1 && guesses <= 1000);
        }
    }

    @Test
    void itIsTheFirstThatFits() {
        Trial trial = trial(TASK, 3, SMALL);
        double guesses = Bench.run(TASK, trial).row(trial, "guesses@final").value();
        assertTrue(guesses > 1, "seed 3 needs more than one: choose another seed for this test");
        Trial enough = trial(TASK, 3, with(SMALL, "guesses", (long) guesses));
        Trial less = trial(TASK, 3, with(SMALL, "guesses", (long) guesses - 1));
        Bench.Run run = Bench.run(TASK, enough, less);
        assertEquals(1, run.row(enough, "fitted@final").value());
        assertEquals(0, run.row(less, "fitted@final").value());
    }

    @Test
    void notToFitIsAStatusThatSaysSoAndNoError() {
        Trial trial = trial(TASK, 1, with(SMALL, "guesses", 7, "fit-below", 1e-9));
        Bench.Run run = Bench.run(TASK, trial);
        assertEquals(0, run.row(trial, "fitted@final").value());
        assertTrue(run.row(trial, "least-loss@final").value() > 1e-9);
        Bench.Written accuracy = run.row(trial, "test-accuracy@final");
        assertEquals(Status.NOT_FITTED, accuracy.status());
        assertTrue(accuracy.reason().contains("none of 7 networks"), accuracy.reason());
        assertEquals(
                Bench.run(TASK, trial(TASK, 1, SMALL)).rows().size(),
                run.rows().size(),
                "as many rows as of a network that fits");
    }

    @Test
    void aLossMayBeEnough() {
        Trial trial = trial(TASK, 1, with(SMALL, "fit-below", 0.6));
        Bench.Run run = Bench.run(TASK, trial);
        assertTrue(run.row(trial, "train-loss@final").value() < 0.6);
        assertEquals(
                run.row(trial, "least-loss@final").value(),
                run.row(trial, "train-loss@final").value(),
                1e-12);
    }

    @Test
    void neighboursChangeNothing() {
        Trial[] trials = {trial(TASK, 1, SMALL), trial(TASK, 2, SMALL), trial(TASK, 2, with(SMALL, "magnitude", 5))};
        Bench.Run together = Bench.run(TASK, trials);
        for (Trial trial : trials) {
            assertEquals(Bench.run(TASK, trial).rows(), together.of(trial));
        }
    }

    @Test
    void aKilledSearchGoesOnWhereItWas() {
        Trial[] trials = {trial(TASK, 1, with(SMALL, "fit-below", 1e-9, "guesses", 60)), trial(TASK, 2, SMALL)};
        Bench.Run whole = Bench.run(TASK, trials);
        Bench.Run killed = Bench.run(TASK, 2, Optional.empty(), trials);
        assertTrue(killed.saved().length > 0, "it was stopped at a checkpoint");
        List<Bench.Written> joined = new ArrayList<>(killed.rows());
        joined.addAll(Bench.run(TASK, Integer.MAX_VALUE, Optional.of(killed.saved()), trials)
                .rows());
        assertEquals(whole.rows(), joined);
    }

    @Test
    void refusesToFitLabelsThatAreNeitherRightNorWrong() {
        Map<String, Object> given = with(SMALL, "dataset", "image");
        InvalidParameterException e = assertThrows(
                InvalidParameterException.class,
                () -> TASK.check(TASK.parameters().resolve(given), 5, new Shipped()));
        assertEquals("fit-below", e.parameter());
    }
}
