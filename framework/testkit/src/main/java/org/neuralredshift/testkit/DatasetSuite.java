package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameters;

/**
 * What a dataset must be: the same to the bit for equal seeds, whoever asked before and whoever is asked; something to learn,
 * for labels differ; its outcome for any lawful parameters is examples, or an error that names a parameter. That numbers are finite, labels lawful,
 * and training and test sets disjoint, {@link Examples} sees to.
 *
 * <pre>{@code
 * class ParityTest extends DatasetSuite {
 *     protected List<Dataset> extensions() {
 *         return List.of(new Parity());
 *     }
 * }
 * }</pre>
 */
@Api(INCUBATING)
public abstract class DatasetSuite extends ExtensionSuite<Dataset> {
    private static final long STUDY_SEED = 7;
    private static final int THREADS = 4;
    /** Nanoseconds in which threads race, once at least. */
    private static final long RACING = 300_000_000;

    private static final int MOST_ROUNDS = 100;

    /** For test classes. */
    protected DatasetSuite() {}

    private interface Check {
        void of(Dataset dataset, Parameters parameters);
    }

    private Stream<DynamicTest> eachVariant(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Dataset dataset : extensions()) {
            for (Parameters variant : variants(dataset)) {
                tests.add(DynamicTest.dynamicTest(name(dataset, variant), () -> check.of(dataset, variant)));
            }
        }
        return tests.stream();
    }

    private static Examples examples(Dataset dataset, Parameters parameters, long seed) {
        return dataset.examples(parameters, STUDY_SEED, seed);
    }

    /** The same dataset, made anew: it keeps nothing of what was asked before. */
    private Dataset anew(Dataset dataset) {
        Dataset other = extensions().stream()
                .filter(one -> one.id().equals(dataset.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("extensions() gives no " + dataset.id() + " a second time"));
        assertNotSame(
                dataset,
                other,
                "extensions() gives the same object a second time, which may repeat itself from memory: make it in each"
                        + " call, with new");
        return other;
    }

    /** Equal seeds give equal bits, whichever other seeds and parameters were asked for between, and whoever is asked. */
    @TestFactory
    public Stream<DynamicTest> isTheSameForEqualSeeds() {
        return eachVariant((dataset, parameters) -> {
            Examples first = examples(dataset, parameters, 3);
            examples(dataset, dataset.parameters().defaults(), 4);
            requireSame(first, examples(dataset, parameters, 3), "a second time");
            Dataset other = anew(dataset);
            examples(other, dataset.parameters().defaults(), 4);
            requireSame(first, examples(other, parameters, 3), "of a dataset that was made anew");
        });
    }

    private static void requireSame(Examples expected, Examples found, String when) {
        assertEquals(expected, found, () -> "the examples of seed 3, " + when);
        assertTrue(
                Arrays.equals(bits(expected.inputs()), bits(found.inputs())),
                () -> "the inputs of seed 3 differ in their bits, " + when);
    }

    /** Whatever the seed, its test sets are those that it names, in that order. */
    @TestFactory
    public Stream<DynamicTest> namesItsTestSets() {
        return eachVariant((dataset, parameters) -> assertEquals(
                dataset.tests(parameters),
                List.copyOf(examples(dataset, parameters, 1).tests().keySet()),
                "tests() against the sets of its examples; studies name accuracies after them"));
    }

    private static int[] bits(float[] numbers) {
        return IntStream.range(0, numbers.length)
                .map(i -> Float.floatToRawIntBits(numbers[i]))
                .toArray();
    }

    /** Another seed splits, draws or looks at the data in another way; the largest seeds are lawful. */
    @TestFactory
    public Stream<DynamicTest> dependsOnTheSeed() {
        return each(dataset -> {
            Parameters parameters = dataset.parameters().defaults();
            assertNotEquals(examples(dataset, parameters, 1), examples(dataset, parameters, 2), "seeds 1 and 2");
            dataset.examples(parameters, 0xFFFFFFFFL, 0xFFFFFFFFL);
        });
    }

    /** Asked from many threads at once, before anybody else has asked, it gives what it gives to one. */
    @TestFactory
    public Stream<DynamicTest> servesManyThreads() {
        return each(dataset -> {
            Parameters parameters = dataset.parameters().defaults();
            List<Examples> expected = new ArrayList<>();
            for (int seed = 0; seed < THREADS; seed++) {
                expected.add(examples(dataset, parameters, seed));
            }
            long end = System.nanoTime() + RACING;
            int rounds = 0;
            try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                do {
                    assertEquals(
                            expected,
                            atOnce(anew(dataset), parameters, threads),
                            "examples of four seeds, asked for at once of a dataset that was just made");
                } while (++rounds < MOST_ROUNDS && System.nanoTime() < end);
            }
        });
    }

    private static List<Examples> atOnce(Dataset dataset, Parameters parameters, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        CyclicBarrier begin = new CyclicBarrier(THREADS);
        List<Callable<Examples>> questions = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            long seed = number;
            questions.add(() -> {
                begin.await();
                return examples(dataset, parameters, seed);
            });
        }
        List<Examples> found = new ArrayList<>();
        for (Future<Examples> answer : threads.invokeAll(questions)) {
            found.add(answer.get());
        }
        return found;
    }

    /** There is something to learn, and the note says from what. */
    @TestFactory
    public Stream<DynamicTest> hasSomethingToLearn() {
        return eachVariant((dataset, parameters) -> {
            Examples examples = examples(dataset, parameters, 1);
            assertFalse(examples.note().isBlank(), "there is no note on what the data are");
            Set<List<Float>> labels = Arrays.stream(examples.train())
                    .mapToObj(row -> label(examples, row))
                    .collect(Collectors.toSet());
            assertTrue(labels.size() > 1, () -> "all examples to train on have the label " + labels);
        });
    }

    private static List<Float> label(Examples examples, int row) {
        return IntStream.range(0, examples.targets())
                .mapToObj(target -> examples.labels()[row * examples.targets() + target])
                .toList();
    }

    /** The plane at which metrics look is one: its directions are not 0 and, of more than one feature, not parallel. */
    @TestFactory
    public Stream<DynamicTest> looksAtAPlane() {
        return eachVariant((dataset, parameters) -> {
            Examples examples = examples(dataset, parameters, 1);
            float[] u = examples.plane().u();
            float[] v = examples.plane().v();
            double cosine = dot(u, v) / Math.sqrt(dot(u, u) * dot(v, v));
            assertTrue(
                    examples.features() == 1 ? dot(u, u) > 0 : Math.abs(cosine) < 0.999,
                    () -> "the directions of the plane have lengths " + Math.sqrt(dot(u, u)) + " and "
                            + Math.sqrt(dot(v, v)) + " and a cosine of " + cosine);
        });
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] * b[i])
                .sum();
    }

    /** Every number at its bounds is lawful, or refused with the parameter that should change. */
    @TestFactory
    public Stream<DynamicTest> refusesWhatItCannotMakeByTheNameOfAParameter() {
        return each(dataset -> bounds(dataset).forEach((bound, parameters) -> {
            try {
                examples(dataset, parameters, 1);
            } catch (InvalidParameterException e) {
                assertTrue(
                        dataset.parameters().find(e.parameter()).isPresent(),
                        () -> "with " + bound + " it refuses " + e.parameter() + ", which is no parameter of it");
            }
        }));
    }
}
