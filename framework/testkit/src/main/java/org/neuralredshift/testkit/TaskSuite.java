package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Cell;
import org.neuralredshift.api.task.NullModel;
import org.neuralredshift.api.task.ResultSchema.Column;
import org.neuralredshift.api.task.ResultSchema.Type;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.testkit.plain.CountingBackend;
import org.neuralredshift.testkit.plain.Line;
import org.neuralredshift.testkit.plain.PlainActivation;
import org.neuralredshift.testkit.plain.PlainBackend;
import org.neuralredshift.testkit.plain.PlainDataset;
import org.neuralredshift.testkit.plain.PlainDense;
import org.neuralredshift.testkit.plain.PlainLab;
import org.neuralredshift.testkit.plain.PlainMetric;
import org.neuralredshift.testkit.plain.Recording;

/**
 * What a task must be: rows that fit its schema for every trial, in order, the same in any batch, and nothing left open, not
 * even if it is stopped.
 *
 * <pre>{@code
 * class ParityTest extends TaskSuite {
 *     protected List<Task> extensions() {
 *         return List.of(new Parity());
 *     }
 * }
 * }</pre>
 */
@Api(INCUBATING)
public abstract class TaskSuite extends ExtensionSuite<Task> {
    private static final long STUDY_SEED = 7;
    private static final int SMALL = 6;
    /** How far metrics on the backend may be off, of a value: a little more than of the same samples. */
    private static final double ON_BACKEND = 1e-3;

    /** For test classes. */
    protected TaskSuite() {}

    /** The activations that its networks have; tanh, relu and sine unless overridden. */
    protected List<Activation> activations() {
        return List.of(PlainActivation.TANH, PlainActivation.RELU, PlainActivation.SINE);
    }

    /** The layers that its networks have; dense unless overridden. */
    protected List<Layer> layers() {
        return List.of(new PlainDense());
    }

    /** The datasets that it may be asked to learn; a line that divides the square unless overridden. */
    protected List<Dataset> datasets() {
        return List.of(new PlainDataset());
    }

    /** What it measures with; the mean difference of neighbours unless overridden. */
    protected List<Metric> metrics() {
        return List.of(new PlainMetric());
    }

    /** What it computes on; an interpreter unless overridden. */
    protected Backend backend() {
        return new PlainBackend();
    }

    /** Parameters of small trials: defaults, and every whole number of more than 6 brought as close to 6 as is lawful. */
    protected Parameters small(Task task) {
        Map<String, Object> small = new HashMap<>();
        for (Parameter parameter : task.parameters().parameters()) {
            if (parameter.initial() instanceof Long number && number > SMALL) {
                small.put(parameter.name(), Math.max(SMALL, parameter.minimum()));
            }
        }
        return task.parameters().resolve(small);
    }

    private Recording run(Task task, Parameters parameters, boolean keeps, int stopAfter, long... seeds) {
        return run(task, parameters, keeps, stopAfter, false, seeds);
    }

    private Recording run(
            Task task, Parameters parameters, boolean keeps, int stopAfter, boolean onBackend, long... seeds) {
        Recording found = new Recording(keeps, stopAfter);
        CountingBackend counting = new CountingBackend(backend());
        Cell cell = new Cell("cell", parameters);
        List<Trial> trials =
                LongStream.of(seeds).mapToObj(seed -> new Trial(cell, seed)).toList();
        try (Memory memory = Memory.open()) {
            PlainLab lab = PlainLab.of(activations(), layers(), datasets(), metrics(), counting, memory, onBackend);
            task.run(new TrialBatch(STUDY_SEED, trials), lab, found);
        } catch (Recording.Stopped e) {
            assertEquals(stopAfter, found.completed().size(), "trials that were completed before the stop");
        }
        assertEquals(0, counting.open(), "programs and sessions that were left open: close them with try");
        return found;
    }

    private Recording run(Task task, Parameters parameters, long... seeds) {
        return run(task, parameters, false, Integer.MAX_VALUE, seeds);
    }

    /** Columns have different names, and say what they are. */
    @TestFactory
    public Stream<DynamicTest> saysWhatItsColumnsAre() {
        return each(task -> {
            Set<String> names = new HashSet<>();
            assertEquals(task.results(), task.results(), "the schema of results changes from call to call");
            assertFalse(task.results().columns().isEmpty(), "there is no column");
            for (Column column : task.results().columns()) {
                assertTrue(names.add(column.name()), () -> "a second column " + column.name());
                assertFalse(column.help().isBlank(), () -> "the column " + column.name() + " has no help");
            }
        });
    }

    /** Every trial has rows that fit the schema, and is completed once, in order. */
    @TestFactory
    public Stream<DynamicTest> writesRowsThatFitItsSchema() {
        return each(task -> {
            long[] seeds = {3, 1, 4, 0xFFFFFFFFL};
            Recording found = run(task, small(task), seeds);
            assertEquals(LongStream.of(seeds).boxed().toList(), found.completed(), "seeds of completed trials");
            assertEquals(
                    LongStream.of(seeds).boxed().toList(),
                    found.lines().stream().map(Line::seed).distinct().toList(),
                    "seeds of rows");
            found.lines().forEach(line -> assertFits(task, line));
        });
    }

    private static void assertFits(Task task, Line line) {
        List<Column> columns = task.results().columns();
        line.values().forEach((position, value) -> {
            assertTrue(position >= 0 && position < columns.size(), () -> "there is no column " + position);
            Type found = switch (value) {
                case String text -> Type.TEXT;
                case Long number -> Type.INTEGER;
                default -> Type.REAL;
            };
            Column column = columns.get(position);
            assertEquals(column.type(), found, () -> "the type of column " + column.name());
        });
        if (line.status() != Status.OK) {
            assertTrue(
                    line.reason().isPresent(),
                    () -> "a row of status " + line.status().id() + " without a reason");
        }
    }

    /** The same trials give the same rows, together or one by one. */
    @TestFactory
    public Stream<DynamicTest> givesTheSameRowsInAnyBatch() {
        return each(task -> {
            List<Line> together = bySeed(run(task, small(task), 1, 2, 3));
            assertEquals(together, bySeed(run(task, small(task), 1, 2, 3)), "a second time");
            List<Line> alone = new ArrayList<>();
            for (long seed = 1; seed <= 3; seed++) {
                alone.addAll(run(task, small(task), seed).lines());
            }
            assertEquals(together, alone, "one by one");
        });
    }

    /** Rows of different trials may take turns; those of one have an order. */
    private static List<Line> bySeed(Recording found) {
        return found.lines().stream().sorted(Comparator.comparing(Line::seed)).toList();
    }

    /** Other seeds are other trials. */
    @TestFactory
    public Stream<DynamicTest> dependsOnTheSeed() {
        return each(task -> assertNotEquals(
                run(task, small(task), 1).lines().stream().map(Line::values).toList(),
                run(task, small(task), 2).lines().stream().map(Line::values).toList(),
                "rows of seeds 1 and 2"));
    }

    /** Functions are given to be kept if the study keeps them, and else not; rows do not depend on it. */
    @TestFactory
    public Stream<DynamicTest> keepsFunctionsIfAsked() {
        return each(task -> {
            Recording keeping = run(task, small(task), true, Integer.MAX_VALUE, 1, 2);
            Recording leaving = run(task, small(task), 1, 2);
            assertEquals(Map.of(), leaving.samples(), "functions that nobody wanted");
            assertEquals(leaving.lines(), keeping.lines(), "rows beside kept functions");
        });
    }

    /**
     * Where the host asks for it, metrics measure by their programs on the backend: the same rows come of it but for rounding, and
     * whether functions are kept does not matter to any digit. A task that measures on the host alone gives the same rows anyway.
     */
    @TestFactory
    public Stream<DynamicTest> measuresTheSameOnTheBackend() {
        return each(task -> {
            List<Line> onHost = run(task, small(task), 1, 2, 3).lines();
            Recording leaving = run(task, small(task), false, Integer.MAX_VALUE, true, 1, 2, 3);
            Recording keeping = run(task, small(task), true, Integer.MAX_VALUE, true, 1, 2, 3);
            assertEquals(leaving.lines(), keeping.lines(), "rows beside kept functions");
            assertEquals(onHost.size(), leaving.lines().size(), "the number of rows");
            for (int row = 0; row < onHost.size(); row++) {
                assertAgree(onHost.get(row), leaving.lines().get(row));
            }
        });
    }

    private static void assertAgree(Line onHost, Line onBackend) {
        String where = "row of seed " + onHost.seed() + ", measured on the backend: ";
        assertEquals(onHost.seed(), onBackend.seed(), where + "seed");
        assertEquals(onHost.status(), onBackend.status(), where + "status");
        assertEquals(onHost.reason(), onBackend.reason(), where + "reason");
        assertEquals(onHost.values().keySet(), onBackend.values().keySet(), where + "columns");
        onHost.values().forEach((column, value) -> {
            Object other = onBackend.values().get(column);
            if (value instanceof Double number && other instanceof Double found && !number.isNaN()) {
                assertEquals(number, found, ON_BACKEND * Math.abs(number), () -> where + "column " + column);
            } else {
                assertEquals(value, other, () -> where + "column " + column);
            }
        });
    }

    /** A run that the user stops ends there, with nothing open and no memory lost. */
    @TestFactory
    public Stream<DynamicTest> leavesNothingOpenWhenItIsStopped() {
        return each(task -> {
            Recording found = run(task, small(task), true, 2, 1, 2, 3);
            assertEquals(List.of(1L, 2L), found.completed(), "completed before the stop, and not gone on after it");
        });
    }

    /** Null models are lawful parameters, and run. */
    @TestFactory
    public Stream<DynamicTest> runsItsNullModels() {
        return each(task -> {
            for (NullModel model : task.nullModels()) {
                Map<String, Object> values = new HashMap<>(model.values());
                for (String followed : model.follows()) {
                    values.put(followed, small(task).get(followed));
                }
                Parameters parameters = task.parameters().resolve(values);
                try (Memory memory = Memory.open()) {
                    task.check(
                            parameters,
                            STUDY_SEED,
                            PlainLab.of(activations(), layers(), datasets(), metrics(), backend(), memory, false));
                }
                List<Line> lines = run(task, parameters, 1, 2).lines();
                assertFalse(lines.isEmpty(), () -> "the null model " + model.name() + " has no rows");
                lines.forEach(line -> assertFits(task, line));
            }
        });
    }

    /** Its own check accepts its defaults, and a batch of them has trials. */
    @TestFactory
    public Stream<DynamicTest> acceptsItsDefaults() {
        return each(task -> {
            try (Memory memory = Memory.open()) {
                PlainLab lab = PlainLab.of(activations(), layers(), datasets(), metrics(), backend(), memory, false);
                task.check(task.parameters().defaults(), STUDY_SEED, lab);
                task.check(small(task), STUDY_SEED, lab);
                int batch = task.batchSize(small(task));
                assertTrue(batch >= 1, () -> "batches of at most " + batch + " trials: there is at least one");
            }
        });
    }
}
