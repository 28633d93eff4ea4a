package org.neuralredshift.tasks.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.tasks.learning.Bench.trial;
import static org.neuralredshift.tasks.learning.Bench.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.task.Trial;

class LearningTest {
    private static final Learning TASK = new Learning();
    /** Whether the sum of two integers below 4 is small: half of 16 examples to train on. */
    private static final Map<String, Object> SMALL = Map.of(
            "activation", "tanh",
            "depth", 1,
            "width", 8,
            "grid", 8,
            "segments", 4,
            "steps", 40,
            "learning-rate", 0.05,
            "dataset", "modulo-addition[size=4,modulus=5]");

    @Test
    void networksLearnTheirTrainingSet() {
        Trial trial = trial(TASK, 1, with(SMALL, "steps", 200));
        Bench.Run run = Bench.run(TASK, trial);
        assertEquals(1, run.row(trial, "train-accuracy@final").value());
        assertTrue(
                run.row(trial, "train-loss@final").value()
                        < 0.1 * run.row(trial, "train-loss@initial").value(),
                "the loss falls");
    }

    @Test
    void everyStageHasEveryMetricAndQuantity() {
        Trial trial = trial(TASK, 1, with(SMALL, "measure-at", "1 20"));
        Bench.Run run = Bench.run(TASK, trial);
        List<String> expected = new ArrayList<>();
        for (String stage : TASK.stages(trial.cell().parameters())) {
            for (String name : List.of(
                    "dirichlet", "train-accuracy", "train-loss", "test-accuracy", "test-loss", "segment-variation")) {
                expected.add(name + "@" + stage);
            }
        }
        assertEquals(expected, run.of(trial).stream().map(Bench.Written::name).toList());
        assertEquals(
                List.of("initial", "1", "20", "final"), TASK.stages(trial.cell().parameters()));
        assertEquals(0, run.row(trial, "dirichlet@initial").step());
        assertEquals(20, run.row(trial, "test-loss@20").step());
        assertEquals(40, run.row(trial, "dirichlet@final").step());
    }

    @Test
    void neighboursInABatchChangeNoBit() {
        List<Trial> trials = new ArrayList<>();
        for (double prefactor : new double[] {0.5, 2}) {
            for (long seed = 0; seed < 2; seed++) {
                trials.add(trial(TASK, seed, with(SMALL, "prefactor", prefactor, "batch", 3, "labels", "shuffled")));
            }
        }
        trials.add(trial(TASK, 0, with(SMALL, "learning-rate", 1e30, "batch", 3, "labels", "shuffled")));
        Bench.Run together = Bench.run(TASK, trials.toArray(Trial[]::new));
        for (Trial trial : trials) {
            assertEquals(Bench.run(TASK, trial).rows(), together.of(trial), trial.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 20", "5, 20"})
    void aKilledRunGoesOnAndEndsWithTheSameRows(int stopAt, int startSteps) {
        Trial[] trials = {
            trial(TASK, 1, with(SMALL, "batch", 3, "measure-at", "30", "start-steps", startSteps)),
            trial(TASK, 2, with(SMALL, "batch", 3, "measure-at", "30", "start-steps", startSteps))
        };
        for (int i = 0; i < 2; i++) {
            trials[i] = trial(
                    TASK,
                    i,
                    with(trials[i].cell().parameters().values(), "start-from", "modulo-addition[size=4,modulus=3]"));
        }
        Bench.Run whole = Bench.run(TASK, trials);
        Bench.Run killed = Bench.run(TASK, stopAt, Optional.empty(), trials);
        assertTrue(killed.saved().length > 0, "it was stopped at a checkpoint");
        Bench.Run resumed = Bench.run(TASK, Integer.MAX_VALUE, Optional.of(killed.saved()), trials);
        List<Bench.Written> joined = new ArrayList<>(killed.rows());
        joined.addAll(resumed.rows());
        assertEquals(whole.rows(), joined);
    }

    @Test
    void aLearningRateThatIsTooLargeIsAStatusWithTheStepAndKeepsWhatWasMeasuredBefore() {
        Trial wild = trial(TASK, 1, with(SMALL, "learning-rate", 1e38, "optimiser", "sgd", "activation", "relu"));
        Trial calm = trial(TASK, 1, with(SMALL, "optimiser", "sgd", "activation", "relu"));
        Bench.Run run = Bench.run(TASK, wild, calm);
        assertEquals(Status.OK, run.row(wild, "test-accuracy@initial").status());
        Bench.Written last = run.row(wild, "test-accuracy@final");
        assertEquals(Status.DIVERGED, last.status());
        assertEquals("the loss of step " + (last.step() + 1) + " was not finite", last.reason());
        assertEquals(6, run.matching(row -> row.status() == Status.DIVERGED).size());
        assertEquals(Status.OK, run.row(calm, "test-accuracy@final").status());
    }

    /** It is told from the first row on, and by a run that was killed after it, too. */
    @Test
    void whatDivergedBeforeTheFirstStageIsAStatusWithTheStep() {
        Trial wild = trial(
                TASK,
                1,
                with(
                        SMALL,
                        "learning-rate",
                        1e38,
                        "optimiser",
                        "sgd",
                        "activation",
                        "relu",
                        "start-steps",
                        20,
                        "start-from",
                        "modulo-addition[size=4,modulus=3]"));
        Bench.Run run = Bench.run(TASK, wild);
        for (Bench.Written row : run.rows()) {
            assertEquals(Status.DIVERGED, row.status(), row.name());
            assertTrue(
                    row.reason().matches("the loss of step [0-9]+ of what it started from was not finite"),
                    row.reason());
            assertEquals(0, row.step());
        }
        Bench.Run killed = Bench.run(TASK, 3, Optional.empty(), wild);
        List<Bench.Written> joined = new ArrayList<>(killed.rows());
        joined.addAll(Bench.run(TASK, Integer.MAX_VALUE, Optional.of(killed.saved()), wild)
                .rows());
        assertEquals(run.rows(), joined);
    }

    @Test
    void aNetworkStopsWhereItsLossIsSmallEnough() {
        Trial trial = trial(TASK, 1, with(SMALL, "steps", 400, "stop-below", 0.3));
        Bench.Written loss = Bench.run(TASK, trial).row(trial, "train-loss@final");
        assertTrue(loss.value() < 0.3 && loss.value() > 0.2, "stopped at once: " + loss.value());
        assertTrue(loss.step() > 0 && loss.step() < 400, "after " + loss.step() + " steps");
    }

    @Test
    void withoutStepsTheEndIsTheBeginning() {
        Trial trial = trial(TASK, 1, with(SMALL, "steps", 0));
        Bench.Run run = Bench.run(TASK, trial);
        assertEquals(
                run.row(trial, "dirichlet@initial").value(),
                run.row(trial, "dirichlet@final").value());
    }

    @Test
    void aNetworkMayStartFromWhatItLearnedElsewhere() {
        Map<String, Object> escape =
                with(SMALL, "steps", 1, "start-steps", 200, "start-from", "modulo-addition[size=4,modulus=3]");
        Trial trial = trial(TASK, 1, escape);
        Trial learned = trial(TASK, 1, with(SMALL, "steps", 200, "dataset", "modulo-addition[size=4,modulus=3]"));
        Bench.Run run = Bench.run(TASK, trial);
        assertEquals(
                Bench.run(TASK, learned).row(learned, "dirichlet@final").value(),
                run.row(trial, "dirichlet@initial").value());
        assertFalse(run.row(trial, "dirichlet@initial").value()
                == run.row(trial, "dirichlet@final").value());
    }

    @Test
    void aPrefactorIsWhatAMagnitudeThatScalesPrefactorsIs() {
        Trial one = trial(TASK, 1, with(SMALL, "prefactor", 3));
        Trial other = trial(TASK, 1, with(SMALL, "magnitude", 3, "scaled", "prefactor"));
        assertEquals(
                Bench.run(TASK, one).row(one, "test-loss@final").value(),
                Bench.run(TASK, other).row(other, "test-loss@final").value());
    }

    @ParameterizedTest
    @CsvSource({
        "batch, 9, 'at most the number of training examples, 8'",
        "dataset, 'modulo-addition[size=4,train-fraction=0]', train-fraction is 0.0",
        "dataset, 'modulo-addition[size=4,train-fraction=1]', train-fraction is 1.0",
        "measure-at, 50, 'numbers of steps from 1 to 40'",
        "measure-at, 20 10, 'each larger than the one before'",
        "measure-at, soon, 'numbers of steps'",
        "encoding, fourier-lattice, 'over the features of 16 inputs'"
    })
    void refusesWhatCannotBeByTheNameOfTheParameter(String parameter, String value, String words) {
        Object given = parameter.equals("batch") ? Integer.parseInt(value) : value;
        Map<String, Object> all = with(SMALL, parameter, given);
        if (parameter.equals("encoding")) {
            all.put("dataset", "parity[bits=16]");
        }
        InvalidParameterException e = assertThrows(
                InvalidParameterException.class,
                () -> TASK.check(TASK.parameters().resolve(all), 5, new Shipped()));
        assertEquals(parameter, e.parameter());
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    @Test
    void refusesToStartFromADatasetOfOtherInputs() {
        Map<String, Object> given = with(SMALL, "start-steps", 5, "start-from", "parity[bits=16]");
        InvalidParameterException e = assertThrows(
                InvalidParameterException.class,
                () -> TASK.check(TASK.parameters().resolve(given), 5, new Shipped()));
        assertEquals("start-from", e.parameter());
        assertTrue(e.getMessage().contains("of 2 inputs and 1 outputs"), e.getMessage());
    }

    @Test
    void refusesAWarmUpThatLeavesNoStep() {
        Map<String, Object> given = with(SMALL, "schedule", "cosine", "warm-up", 40);
        InvalidParameterException e = assertThrows(
                InvalidParameterException.class,
                () -> TASK.check(TASK.parameters().resolve(given), 5, new Shipped()));
        assertEquals("warm-up", e.parameter());
    }
}
