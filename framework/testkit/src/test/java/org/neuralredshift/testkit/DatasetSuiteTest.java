package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.learning.Plane;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.plain.PlainDataset;

class DatasetSuiteTest {
    private static final int POINTS = 16;

    /** Points that all seeds share, made by the first who asks, and a plane of the seed. */
    private abstract static class Cached implements Dataset {
        private float[] table = new float[0];

        abstract float[] make();

        @Override
        public String id() {
            return "cached";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("A table that is kept.");
        }

        float[] table() {
            if (table.length == 0) {
                table = make();
            }
            return table;
        }

        @Override
        public Examples examples(Parameters parameters, long studySeed, long seed) {
            float[] labels = new float[POINTS];
            for (int i = 0; i < POINTS; i += 2) {
                labels[i] = 1;
            }
            return new Examples(
                    2,
                    1,
                    table(),
                    labels,
                    IntStream.range(0, POINTS / 2).toArray(),
                    Map.of("test", IntStream.range(POINTS / 2, POINTS).toArray()),
                    new Goal.Binary(),
                    Plane.square(1 + seed),
                    "numbers");
        }
    }

    /** Whose table nobody can make again. */
    private static final class Unrepeatable extends Cached {
        @Override
        float[] make() {
            Random random = new Random();
            float[] made = new float[2 * POINTS];
            for (int i = 0; i < made.length; i++) {
                made[i] = random.nextFloat();
            }
            return made;
        }
    }

    /** Which shows its table to other threads before it is full. */
    private static final class Racing extends Cached {
        private float[] half = new float[0];

        @Override
        float[] make() {
            throw new UnsupportedOperationException("it fills the table where others see it");
        }

        @Override
        float[] table() {
            if (half.length == 0) {
                half = new float[2 * POINTS];
                for (int i = 0; i < half.length; i++) {
                    LockSupport.parkNanos(1000);
                    half[i] = i + 1;
                }
            }
            return half.clone();
        }
    }

    private static final class Misnamed extends Cached {
        @Override
        float[] make() {
            return new float[2 * POINTS];
        }

        @Override
        public List<String> tests(Parameters parameters) {
            return List.of("validation");
        }
    }

    private static void assertFinds(Class<? extends DatasetSuite> suite, String method, String words) {
        Map<String, String> failures = Outcome.of(suite).failures();
        assertEquals(1, failures.size(), failures::toString);
        assertTrue(failures.getOrDefault(method, "").contains(words), failures::toString);
    }

    static class Right extends DatasetSuite {
        @Override
        protected List<Dataset> extensions() {
            return List.of(new PlainDataset());
        }
    }

    @Test
    void aDatasetThatIsRightPasses() {
        assertEquals(Map.of(), Outcome.of(Right.class).failures());
    }

    static class OfRandomNumbers extends DatasetSuite {
        @Override
        protected List<Dataset> extensions() {
            return List.of(new Unrepeatable());
        }
    }

    @Test
    void findsATableThatIsAnotherEachTimeItIsMade() {
        Map<String, String> failures = Outcome.of(OfRandomNumbers.class).failures();
        assertTrue(
                failures.getOrDefault("isTheSameForEqualSeeds", "").contains("of a dataset that was made anew"),
                failures::toString);
        assertTrue(failures.containsKey("servesManyThreads"), failures::toString);
    }

    static class OfAMakerThatRaces extends DatasetSuite {
        @Override
        protected List<Dataset> extensions() {
            return List.of(new Racing());
        }
    }

    @Test
    void findsAMakerThatRaces() {
        assertFinds(OfAMakerThatRaces.class, "servesManyThreads", "asked for at once");
    }

    static class OfOneObject extends DatasetSuite {
        private final List<Dataset> same = List.of(new PlainDataset());

        @Override
        protected List<Dataset> extensions() {
            return same;
        }
    }

    @Test
    void findsThatItIsGivenTheSameObjectAgain() {
        Map<String, String> failures = Outcome.of(OfOneObject.class).failures();
        assertTrue(
                failures.getOrDefault("isTheSameForEqualSeeds", "").contains("extensions() gives the same object"),
                failures::toString);
    }

    static class OfAnotherName extends DatasetSuite {
        @Override
        protected List<Dataset> extensions() {
            return List.of(new Misnamed());
        }
    }

    @Test
    void findsATestSetOfAnotherNameThanItSays() {
        assertFinds(OfAnotherName.class, "namesItsTestSets", "[validation]");
    }
}
