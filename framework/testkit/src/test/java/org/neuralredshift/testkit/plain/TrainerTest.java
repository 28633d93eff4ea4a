package org.neuralredshift.testkit.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.network.Part;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.training.Loss;
import org.neuralredshift.api.training.Optimiser;
import org.neuralredshift.api.training.Schedule;
import org.neuralredshift.api.training.Start;
import org.neuralredshift.api.training.Table;
import org.neuralredshift.api.training.Trainer;
import org.neuralredshift.api.training.Training;

/** What training promises, on the interpreter: its numbers are float64 within a step and float32 between steps. */
class TrainerTest {
    private static final int ROWS = 16;

    /** The corners of a square and points between them, labelled by the sign of the product: no line divides them. */
    private static Table table() {
        float[] inputs = new float[2 * ROWS];
        float[] labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            inputs[2 * row] = row % 4 / 1.5f - 1;
            inputs[2 * row + 1] = row / 4 / 1.5f - 1;
            labels[row] = inputs[2 * row] * inputs[2 * row + 1] > 0 ? 1 : 0;
        }
        return new Table(2, inputs, 1, labels);
    }

    private static Architecture network(int depth, int width, Activation activation) {
        Part.Layered dense = new Part.Layered(new PlainDense(), Parameters.NONE);
        Part activated = new Part.Activated(activation, new Arguments(Map.of()), true);
        return new Architecture(2, 1, depth, width, List.of(), List.of(dense, activated), dense);
    }

    private static Training training(Optimiser optimiser, int batch, double stopBelow) {
        Architecture network = network(1, 4, PlainActivation.TANH);
        return new Training(network, Loss.LOGISTIC, optimiser, Schedule.CONSTANT, batch, stopBelow);
    }

    private static Start start(float rate, long... seeds) {
        int count = seeds.length;
        double[] magnitudes = new double[count];
        float[] prefactors = new float[count];
        float[] rates = new float[count];
        int[][] rows = new int[count][];
        for (int network = 0; network < count; network++) {
            magnitudes[network] = 1 + 0.25 * seeds[network];
            prefactors[network] = 1 + 0.5f * seeds[network];
            rates[network] = rate;
            rows[network] = IntStream.range(0, ROWS).map(row -> ROWS - 1 - row).toArray();
        }
        Map<String, float[]> scalars = Map.of(Architecture.PREFACTOR, prefactors);
        return new Start(5, seeds, magnitudes, scalars, rates, new float[count], rows);
    }

    private static Trainer trainer(Training training, int networks) {
        return new Trainer(new PlainBackend(), training, Programs.GLOROT, table(), ROWS, networks);
    }

    @Test
    void learnsWhatNoLinearFunctionDoes() {
        for (Optimiser optimiser : List.of(new Optimiser.Sgd(0.9), Optimiser.ADAM, Optimiser.ADAMW)) {
            try (Trainer trainer = trainer(training(optimiser, 0, 0), 1)) {
                trainer.start(start(optimiser instanceof Optimiser.Sgd ? 0.5f : 0.1f, 3));
                trainer.advance(1);
                assertTrue(trainer.loss(0) > 0.5, optimiser + " begins at " + trainer.loss(0));
                trainer.advance(299);
                assertTrue(trainer.loss(0) < 0.05, optimiser + " ends at " + trainer.loss(0));
            }
        }
    }

    @Test
    void stepsGiveTheSameWeightsHoweverTheyAreSpreadOverCalls() {
        // An order holds 2^14 rows, so 16 rows a step use one up after 1,024 steps.
        for (int batch : new int[] {0, 6, 16}) {
            int steps = batch == 16 ? 1030 : 30;
            try (Trainer once = trainer(training(Optimiser.ADAM, batch, 0), 2);
                    Trainer often = trainer(training(Optimiser.ADAM, batch, 0), 2)) {
                once.start(start(0.01f, 1, 2));
                once.advance(steps);
                often.start(start(0.01f, 1, 2));
                often.advance(7);
                often.advance(0);
                often.advance(steps - 8);
                often.advance(1);
                assertEquals(Lessons.weights(once, 1, 2), Lessons.weights(often, 1, 2), "batch " + batch);
                assertEquals(once.loss(1), often.loss(1));
                assertArrayEquals(once.save(), often.save());
                assertEquals(steps, often.step());
            }
        }
    }

    @Test
    void aNetworkKnowsNothingOfItsNeighbours() {
        for (int batch : new int[] {0, 6}) {
            try (Trainer together = trainer(training(Optimiser.ADAM, batch, 0), 3);
                    Trainer alone = trainer(training(Optimiser.ADAM, batch, 0), 1)) {
                together.start(start(0.01f, 1, 2, 3));
                together.advance(20);
                alone.start(start(0.01f, 2));
                alone.advance(20);
                assertEquals(Lessons.weights(alone, 0, 1), Lessons.weights(together, 1, 3));
                assertEquals(alone.loss(0), together.loss(1));
            }
        }
    }

    @Test
    void aCheckpointGoesOnToTheSameBytes() {
        for (int batch : new int[] {0, 6}) {
            Training training = training(Optimiser.ADAMW, batch, 0);
            try (Trainer whole = trainer(training, 2);
                    Trainer killed = trainer(training, 2);
                    Trainer resumed = trainer(training, 2)) {
                whole.start(start(0.01f, 1, 2));
                whole.advance(25);
                killed.start(start(0.01f, 1, 2));
                killed.advance(11);
                byte[] checkpoint = killed.save();
                resumed.start(start(0.01f, 1, 2));
                resumed.restore(checkpoint);
                assertEquals(11, resumed.step());
                resumed.advance(14);
                assertArrayEquals(whole.save(), resumed.save());
                assertEquals(Lessons.weights(whole, 0, 2), Lessons.weights(resumed, 0, 2));
            }
        }
    }

    /** After 1,024 steps of 16 rows an order is used up: saved just before, there, and in the next. */
    @Test
    void aCheckpointGoesOnWhereAnOrderIsUsedUp() {
        Training training = training(Optimiser.ADAMW, 16, 0);
        try (Trainer whole = trainer(training, 2)) {
            whole.start(start(0.01f, 1, 2));
            Map<Integer, byte[]> checkpoints = new TreeMap<>();
            for (int step : new int[] {1023, 1024, 1025}) {
                whole.advance(step - whole.step());
                checkpoints.put(step, whole.save());
            }
            whole.advance(1030 - whole.step());
            checkpoints.forEach((step, checkpoint) -> {
                try (Trainer resumed = trainer(training, 2)) {
                    resumed.start(start(0.01f, 1, 2));
                    resumed.restore(checkpoint);
                    resumed.advance(1030 - step);
                    assertArrayEquals(whole.save(), resumed.save(), "saved at step " + step);
                    assertEquals(Lessons.weights(whole, 0, 2), Lessons.weights(resumed, 0, 2));
                }
            });
        }
    }

    @Test
    void aCheckpointOfAnotherTrainingOrADamagedOneIsRefused() {
        try (Trainer trainer = trainer(training(Optimiser.ADAM, 0, 0), 1);
                Trainer other = trainer(training(new Optimiser.Adam(0.8, 0.999, 1e-8), 0, 0), 1)) {
            trainer.start(start(0.01f, 1));
            trainer.advance(3);
            byte[] checkpoint = trainer.save();
            other.start(start(0.01f, 1));
            assertRefused("another training", other, checkpoint);
            trainer.start(start(0.01f, 2));
            assertRefused("another training", trainer, checkpoint);
            Start begun = start(0.01f, 1);
            begun.scalars().get(Architecture.PREFACTOR)[0] = 9;
            trainer.start(begun);
            assertRefused("another training", trainer, checkpoint);
            trainer.start(start(0.01f, 1));
            assertRefused("damaged", trainer, Arrays.copyOf(checkpoint, checkpoint.length - 4));
            assertRefused("no checkpoint", trainer, new byte[3]);
            byte[] damaged = checkpoint.clone();
            damaged[20] ^= 1;
            assertRefused("damaged", trainer, damaged);
            trainer.restore(checkpoint);
            assertEquals(3, trainer.step());
        }
    }

    @Test
    void aCheckpointOfAnotherActivationIsRefusedThoughAllShapesAreEqual() {
        Training sine = new Training(
                network(1, 4, PlainActivation.SINE), Loss.LOGISTIC, Optimiser.ADAM, Schedule.CONSTANT, 0, 0);
        try (Trainer trainer = trainer(training(Optimiser.ADAM, 0, 0), 1);
                Trainer other = trainer(sine, 1)) {
            trainer.start(start(0.01f, 1));
            other.start(start(0.01f, 1));
            assertRefused("another training", other, trainer.save());
        }
    }

    @Test
    void aStartThatDoesNotFitIsRefused() {
        Start whole = start(0.01f, 1);
        Start fewer = new Start(
                5,
                whole.seeds(),
                whole.magnitudes(),
                whole.scalars(),
                whole.learningRates(),
                whole.weightDecays(),
                new int[1][ROWS - 1]);
        Start without = new Start(
                5,
                whole.seeds(),
                whole.magnitudes(),
                Map.of(),
                whole.learningRates(),
                whole.weightDecays(),
                whole.rows());
        try (Trainer trainer = trainer(training(Optimiser.ADAM, 0, 0), 1)) {
            assertEquals(
                    "networks with 15 rows each: this trainer was made for 16 rows of each",
                    assertThrows(IllegalArgumentException.class, () -> trainer.start(fewer))
                            .getMessage());
            assertTrue(assertThrows(IllegalArgumentException.class, () -> trainer.start(without))
                    .getMessage()
                    .startsWith("no numbers for prefactor"));
        }
    }

    private static void assertRefused(String reason, Trainer trainer, byte[] checkpoint) {
        String message = assertThrows(IllegalArgumentException.class, () -> trainer.restore(checkpoint))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }

    @Test
    void aNetworkThatDivergesIsToldWithItsStepAndLeavesItsNeighboursAlone() {
        Architecture network = network(1, 4, PlainActivation.RELU);
        Training training = new Training(network, Loss.SQUARED_ERROR, new Optimiser.Sgd(0), Schedule.CONSTANT, 0, 0);
        try (Trainer together = trainer(training, 2);
                Trainer alone = trainer(training, 1)) {
            Start both = start(0.01f, 1, 2);
            both.learningRates()[0] = 1e4f;
            together.start(both);
            together.advance(40);
            int step = together.divergedAt(0);
            assertTrue(step > 1 && step < 40, "step " + step);
            assertFalse(Float.isFinite(together.loss(0)));
            assertEquals(0, together.divergedAt(1));
            Map<String, List<Float>> spoiled = Lessons.weights(together, 0, 2);
            together.advance(10);
            assertEquals(spoiled, Lessons.weights(together, 0, 2));
            assertEquals(step, together.divergedAt(0));
            alone.start(start(0.01f, 2));
            alone.advance(50);
            assertEquals(Lessons.weights(alone, 0, 1), Lessons.weights(together, 1, 2));
            // The same, told by a trainer that takes one step after another.
            alone.start(start(1e4f, 1));
            alone.advance(step - 1);
            assertEquals(0, alone.divergedAt(0));
            alone.advance(1);
            assertEquals(step, alone.divergedAt(0));
        }
    }

    @Test
    void aNetworkStopsWhereItsLossIsBelowTheBoundAndKeepsThoseWeights() {
        try (Trainer trainer = trainer(training(Optimiser.ADAM, 0, 0.3), 1);
                Trainer unbounded = trainer(training(Optimiser.ADAM, 0, 0), 1)) {
            trainer.start(start(0.05f, 3));
            trainer.advance(400);
            int step = trainer.stoppedAt(0);
            assertTrue(step > 1 && step < 400, "step " + step);
            assertEquals(400, trainer.step());
            assertTrue(trainer.loss(0) < 0.3);
            unbounded.start(start(0.05f, 3));
            unbounded.advance(step - 1);
            assertTrue(unbounded.loss(0) >= 0.3);
            assertEquals(Lessons.weights(unbounded, 0, 1), Lessons.weights(trainer, 0, 1));
        }
    }

    @Test
    void goesOnFromGivenWeights() {
        try (Trainer first = trainer(training(new Optimiser.Sgd(0), 0, 0), 1);
                Trainer second = trainer(training(new Optimiser.Sgd(0), 0, 0), 1)) {
            first.start(start(0.1f, 1));
            first.advance(5);
            second.start(start(0.1f, 1), first.weights());
            second.advance(5);
            first.advance(5);
            assertEquals(Lessons.weights(first, 0, 1), Lessons.weights(second, 0, 1));
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        Training large = training(Optimiser.ADAM, ROWS + 1, 0);
        String message = assertThrows(IllegalArgumentException.class, () -> trainer(large, 1))
                .getMessage();
        assertTrue(message.contains("training on 16 rows in batches of 17"), message);
        Table narrow = new Table(1, new float[ROWS], 1, new float[ROWS]);
        Training full = training(Optimiser.ADAM, 0, 0);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Trainer(new PlainBackend(), full, Programs.GLOROT, narrow, ROWS, 1));
        try (Trainer trainer = trainer(full, 1)) {
            assertThrows(IllegalStateException.class, () -> trainer.advance(1));
            assertThrows(IllegalArgumentException.class, () -> trainer.start(start(0.1f, 1, 2)));
            trainer.start(start(0.1f, 1));
            assertThrows(IllegalArgumentException.class, () -> trainer.advance(-1));
            assertThrows(IllegalArgumentException.class, () -> trainer.advance(Trainer.MAXIMUM_STEPS + 1));
        }
    }
}
