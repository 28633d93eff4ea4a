package org.neuralredshift.tasks.learning;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.RandomStream;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.tasks.learning.Rows.Measure;
import org.neuralredshift.tasks.learning.Rows.Subject;

/** Guesses for the trials of one batch, one trial after another. */
final class Search implements AutoCloseable {
    /** No weight of a network uses it; ASCII for GUES. */
    private static final int STREAM = 0x47_55_45_53;

    private final TrialBatch batch;
    private final Lab lab;
    private final int revision;
    private final Problem problem;
    private final RandomNetwork network;
    private final Examination examination;
    private final Map<Integer, Evaluator> evaluators = new HashMap<>();

    Search(TrialBatch batch, Lab lab, int revision) {
        this.batch = batch;
        this.lab = lab;
        this.revision = revision;
        Parameters shared = batch.shared();
        this.problem = Problem.of(shared, lab);
        Trial first = batch.trials().getFirst();
        this.network = Problem.network(shared, problem.examples(batch.studySeed(), first.seed()), lab);
        this.examination = new Examination(shared, network.architecture(), lab, revision);
    }

    void run(ResultSink out) {
        State saved = lab.checkpoint().saved().map(State::of).orElse(State.start(0));
        for (int number = saved.trial(); number < batch.trials().size(); number++) {
            search(number == saved.trial() ? saved : State.start(number), out);
        }
    }

    private void search(State start, ResultSink out) {
        Trial trial = batch.trials().get(start.trial());
        Lesson lesson = Lesson.of(
                problem.examples(batch.studySeed(), trial.seed()),
                batch.shared().count(CommonParameters.SEGMENTS),
                batch.studySeed(),
                trial.seed());
        report(trial, lesson, find(start, trial, lesson), out);
        out.completed(trial);
    }

    /** Draws until a network fits, or as often as it may. */
    private State find(State start, Trial trial, Lesson lesson) {
        Lesson.Set train = lesson.sets().getFirst();
        int rows = lesson.examples().train().length;
        float[] inputs = Arrays.copyOf(lesson.inputs(), rows * lesson.examples().features());
        Evaluator evaluator =
                evaluators.computeIfAbsent(rows, r -> new Evaluator(lab.backend(), network.architecture(), r));
        long most = trial.cell().parameters().integer(GuessAndCheck.MOST_GUESSES);
        State state = start;
        while (state.guesses() < most) {
            int count = (int) Math.min(evaluator.capacity(), most - state.guesses());
            float[] outputs = evaluator.evaluate(inputs, drawn(trial, state.guesses(), count));
            for (int i = 0; i < count; i++) {
                state = state.checked(trial, lesson.examples(), train, outputs, i);
                if (state.fits()) {
                    return state;
                }
            }
            if (lab.checkpoint().isDue()) {
                lab.checkpoint().save(state.bytes());
            }
        }
        return state;
    }

    /**
     * The networks of some guesses. Each seed has a key of its own, so its guesses are independent of those of other seeds; cells of
     * one seed draw the same random numbers, as everywhere, so that they are compared in pairs.
     */
    private Population drawn(Trial trial, long guess, int count) {
        Parameters parameters = trial.cell().parameters();
        long key = new RandomStream()
                        .reset(batch.studySeed(), trial.seed(), 0, STREAM)
                        .nextWord()
                & 0xFFFFFFFFL;
        long[] seeds = new long[count];
        double[] magnitudes = new double[count];
        float[] prefactors = new float[count];
        Arrays.setAll(seeds, i -> guess + i);
        Arrays.fill(magnitudes, CommonParameters.magnitude(parameters));
        Arrays.fill(prefactors, CommonParameters.prefactor(parameters));
        return new Population.Drawn(network.initialisation(), key, seeds, magnitudes, prefactors);
    }

    private void report(Trial trial, Lesson lesson, State state, ResultSink out) {
        Status status = state.fits() ? Status.OK : Status.NOT_FITTED;
        String reason = "none of " + state.guesses() + " networks fitted the training set";
        Subject subject = new Subject(
                trial, Stages.FINAL, state.guesses(), lesson.examples().note());
        examination.keepTarget(lesson.examples(), List.of(trial), out);
        Rows rows = new Rows(out);
        rows.write(subject, own(Quantities.FITTED), state.fits() ? 1 : 0, Double.NaN, Status.OK, "");
        Status finite = Double.isFinite(state.leastLoss()) ? Status.OK : Status.OVERFLOW;
        String overflow = "no network that was drawn has a finite loss";
        rows.write(subject, own(Quantities.LEAST_LOSS), state.leastLoss(), Double.NaN, finite, overflow);
        rows.write(subject, own(Quantities.GUESSES), state.guesses(), Double.NaN, status, reason);
        if (state.fits()) {
            Population fitting = drawn(trial, state.guesses() - 1, 1);
            List<Examination.Pupil> one = List.of(Examination.Pupil.of(trial, state.guesses()));
            examination.examine(lesson, one, fitting, Stages.FINAL, out);
        } else {
            examination.leaveOut(subject, lesson, status, reason, out);
        }
    }

    private Measure own(String quantity) {
        return Quantities.measure(quantity, revision);
    }

    @Override
    public void close() {
        evaluators.values().forEach(Evaluator::close);
        examination.close();
    }

    /**
     * How far a search is.
     *
     * @param trial its number in the batch
     * @param guesses that were checked
     * @param leastLoss of all that were checked; infinite if none of them is finite
     * @param fits whether the last of them fits
     */
    private record State(int trial, long guesses, double leastLoss, boolean fits) {
        static State start(int trial) {
            return new State(trial, 0, Double.POSITIVE_INFINITY, false);
        }

        static State of(byte[] bytes) {
            ByteBuffer saved = ByteBuffer.wrap(bytes);
            return new State(saved.getInt(), saved.getLong(), saved.getDouble(), false);
        }

        byte[] bytes() {
            return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + Double.BYTES)
                    .putInt(trial)
                    .putLong(guesses)
                    .putDouble(leastLoss)
                    .array();
        }

        State checked(Trial of, Examples examples, Lesson.Set train, float[] outputs, int network) {
            int targets = examples.targets();
            int each = train.labels().length / targets * examples.outputs();
            float[] some = Arrays.copyOfRange(outputs, network * each, (network + 1) * each);
            double loss = Judge.loss(examples.goal(), targets, some, train.labels());
            double below = of.cell().parameters().real(GuessAndCheck.FIT_BELOW);
            boolean right =
                    below == 0 ? Judge.isAllRight(examples.goal(), targets, some, train.labels()) : loss < below;
            return new State(trial, guesses + 1, loss < leastLoss ? loss : leastLoss, right);
        }
    }
}
