package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.testkit.plain.Programs;

class TaskSuiteTest {
    private static final Grid GRID = Grid.uniform(4, 2);

    private interface Body {
        void run(TrialBatch batch, Lab lab, ResultSink out);
    }

    private record Made(Body body) implements Task {
        @Override
        public String id() {
            return "made";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("A task.");
        }

        @Override
        public ResultSchema results() {
            return ResultSchema.of(new ResultSchema.Column("height", ResultSchema.Type.REAL, "", "value at a corner"));
        }

        @Override
        public void run(TrialBatch batch, Lab lab, ResultSink out) {
            body.run(batch, lab, out);
        }
    }

    private static void heights(TrialBatch batch, Lab lab, ResultSink out, double addedPerTrial) {
        Architecture network = Architecture.perceptron(1, 3, lab.layer("dense"), lab.activation("tanh"));
        int number = 0;
        try (Executable program = lab.backend().compile(network.graph(GRID.points()));
                Session session = program.open(1);
                SampleBatch samples = new SampleBatch(lab.memory(), GRID, 1)) {
            Samples view = new Samples(GRID);
            for (Trial trial : batch.trials()) {
                session.run(Programs.random(GRID, Programs.GLOROT, 1, trial.seed())
                        .output(Architecture.OUTPUT, samples.segment()));
                samples.read(0, view);
                out.row(trial, Status.OK)
                        .set(0, view.values()[0] + addedPerTrial * number++)
                        .end();
                if (out.keepsSamples(trial)) {
                    out.samples(trial, view);
                }
                out.completed(trial);
            }
        }
    }

    private static void assertFinds(Class<? extends TaskSuite> suite, String method, String words) {
        Map<String, String> failures = Outcome.of(suite).failures();
        assertTrue(failures.getOrDefault(method, "").contains(words), failures::toString);
    }

    static class Right extends TaskSuite {
        @Override
        protected List<Task> extensions() {
            return List.of(new Made((batch, lab, out) -> heights(batch, lab, out, 0)));
        }
    }

    @Test
    void aRightTaskPasses() {
        Outcome outcome = Outcome.of(Right.class);
        assertEquals(Map.of(), outcome.failures());
        assertTrue(outcome.passed() >= 10, outcome.passed() + " tests");
    }

    static class DependsOnTheBatch extends TaskSuite {
        @Override
        protected List<Task> extensions() {
            return List.of(new Made((batch, lab, out) -> heights(batch, lab, out, 0.25)));
        }
    }

    @Test
    void rowsThatDependOnTheBatchAreFound() {
        assertFinds(DependsOnTheBatch.class, "givesTheSameRowsInAnyBatch", "one by one");
    }

    static class Leaks extends TaskSuite {
        @Override
        protected List<Task> extensions() {
            return List.of(new Made((batch, lab, out) -> {
                heights(batch, lab, out, 0);
                new SampleBatch(lab.memory(), GRID, 1);
            }));
        }
    }

    @Test
    void memoryThatIsNotGivenBackIsFound() {
        assertFinds(Leaks.class, "writesRowsThatFitItsSchema", "leak");
    }

    static class LeavesProgramsOpen extends TaskSuite {
        @Override
        protected List<Task> extensions() {
            return List.of(new Made((batch, lab, out) -> {
                lab.backend()
                        .compile(Architecture.perceptron(1, 3, lab.layer("dense"), lab.activation("tanh"))
                                .graph(1));
                heights(batch, lab, out, 0);
            }));
        }
    }

    @Test
    void aProgramThatIsNotClosedIsFound() {
        assertFinds(LeavesProgramsOpen.class, "writesRowsThatFitItsSchema", "left open");
    }

    static class WritesAnotherType extends TaskSuite {
        @Override
        protected List<Task> extensions() {
            return List.of(new Made((batch, lab, out) -> batch.trials().forEach(trial -> {
                out.row(trial, Status.OK).set(0, trial.seed()).end();
                out.completed(trial);
            })));
        }
    }

    @Test
    void aValueOfAnotherTypeThanItsColumnIsFound() {
        assertFinds(WritesAnotherType.class, "writesRowsThatFitItsSchema", "the type of column height");
    }

    static class IgnoresTheSeed extends TaskSuite {
        @Override
        protected List<Task> extensions() {
            return List.of(new Made((batch, lab, out) -> batch.trials().forEach(trial -> {
                out.row(trial, Status.OK).set(0, 0.5).end();
                out.completed(trial);
            })));
        }
    }

    @Test
    void aTaskThatIgnoresTheSeedIsFound() {
        assertFinds(IgnoresTheSeed.class, "dependsOnTheSeed", "rows of seeds 1 and 2");
    }

    static class SkipsATrial extends TaskSuite {
        private static final AtomicInteger ROWS = new AtomicInteger();

        @Override
        protected List<Task> extensions() {
            return List.of(new Made((batch, lab, out) -> batch.trials().forEach(trial -> {
                if (ROWS.getAndIncrement() % 4 != 2) {
                    out.row(trial, Status.OK).set(0, (double) trial.seed()).end();
                }
                out.completed(trial);
            })));
        }
    }

    @Test
    void aTrialWithoutARowIsFound() {
        assertFinds(SkipsATrial.class, "writesRowsThatFitItsSchema", "seeds of rows");
    }

    static class SwallowsTheStop extends TaskSuite {
        @Override
        protected List<Task> extensions() {
            return List.of(new Made((batch, lab, out) -> {
                for (Trial trial : batch.trials()) {
                    out.row(trial, Status.OK).set(0, (double) trial.seed()).end();
                    try {
                        out.completed(trial);
                    } catch (RuntimeException e) {
                        continue; // the fault that the suite is to find
                    }
                }
            }));
        }
    }

    @Test
    void aTaskThatGoesOnAfterTheStopIsFound() {
        assertFinds(SwallowsTheStop.class, "leavesNothingOpenWhenItIsStopped", "not gone on after it");
    }
}
