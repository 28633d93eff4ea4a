package org.neuralredshift.tasks.learning;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.api.training.Start;
import org.neuralredshift.api.training.Trainer;
import org.neuralredshift.api.training.Training;

/** The training of one batch: one cohort after another, each through all stages. */
final class Course implements AutoCloseable {
    /** Bytes of the networks that are trained together at most, all copies counted. */
    private static final long MOST_BYTES = 256L << 20;
    /** A weight is there as itself, as what an optimiser keeps beside it, as gradient, in both the session and the trainer. */
    private static final int COPIES = 8;

    private final TrialBatch batch;
    private final Lab lab;
    private final Parameters shared;
    private final Problem problem;
    private final Optional<Problem> before;
    private final RandomNetwork network;
    private final Examination examination;

    Course(TrialBatch batch, Lab lab, int revision) {
        this.batch = batch;
        this.lab = lab;
        this.shared = batch.shared();
        this.problem = Problem.of(shared, lab);
        this.before = shared.integer(TrainingParameters.START_STEPS) == 0
                ? Optional.empty()
                : Optional.of(Problem.of(TrainingParameters.START_FROM, shared, false, lab));
        Examples first =
                problem.examples(batch.studySeed(), batch.trials().getFirst().seed());
        this.network = Problem.network(shared, first, lab);
        this.examination = new Examination(shared, network.architecture(), lab, revision);
    }

    /**
     * Where a course is.
     *
     * @param cohort its number
     * @param phase 0 while it learns what it starts from, 1 after that
     * @param stages how many were measured
     * @param spoilt for each network the step at which it diverged in phase 0, or 0
     * @param trainer what that saved
     */
    private record State(int cohort, int phase, int stages, int[] spoilt, byte[] trainer) {
        static State of(byte[] bytes) {
            ByteBuffer saved = ByteBuffer.wrap(bytes);
            int cohort = saved.getInt();
            int phase = saved.getInt();
            int stages = saved.getInt();
            int[] spoilt = new int[saved.getInt()];
            Arrays.setAll(spoilt, network -> saved.getInt());
            byte[] trainer = new byte[saved.remaining()];
            saved.get(trainer);
            return new State(cohort, phase, stages, spoilt, trainer);
        }

        byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate((4 + spoilt.length) * Integer.BYTES + trainer.length)
                    .putInt(cohort)
                    .putInt(phase)
                    .putInt(stages)
                    .putInt(spoilt.length);
            for (int step : spoilt) {
                bytes.putInt(step);
            }
            return bytes.put(trainer).array();
        }

        State with(byte[] trained) {
            return new State(cohort, phase, stages, spoilt, trained);
        }
    }

    /**
     * What networks start from.
     *
     * @param weights that they learned before; none if they are drawn
     * @param spoilt for each network the step at which it diverged then, or 0
     */
    private record Origin(Weights.@Nullable Given weights, int[] spoilt) {}

    void run(ResultSink out) {
        List<List<Trial>> groups = groups();
        Optional<State> saved = lab.checkpoint().saved().map(State::of);
        for (int number = saved.map(State::cohort).orElse(0); number < groups.size(); number++) {
            int group = number;
            Cohort cohort = cohort(problem, groups.get(group));
            train(group, cohort, saved.filter(state -> state.cohort() == group), out);
            cohort.trials().forEach(out::completed);
        }
    }

    /** Networks that can be trained together, on what they start from, too. */
    private List<List<Trial>> groups() {
        List<List<Trial>> groups = groups(problem, batch.trials(), together());
        if (before.isEmpty()) {
            return groups;
        }
        Problem first = before.get();
        return groups.stream()
                .flatMap(group -> groups(first, group, Integer.MAX_VALUE).stream())
                .flatMap(group -> groups(problem, group, Integer.MAX_VALUE).stream())
                .toList();
    }

    private List<List<Trial>> groups(Problem of, List<Trial> trials, int most) {
        return Cohort.groups(trials, seed -> of.examples(batch.studySeed(), seed), most);
    }

    private Cohort cohort(Problem of, List<Trial> group) {
        return Cohort.of(group, seed -> of.examples(batch.studySeed(), seed));
    }

    /** How many networks memory holds at once. */
    private int together() {
        long weights = network.architecture().graph(1).weights().stream()
                .mapToLong(weight -> weight.shape().size())
                .sum();
        return Math.clamp(
                MOST_BYTES / (COPIES * Float.BYTES * Math.max(1, weights)),
                1,
                batch.trials().size());
    }

    private void train(int number, Cohort cohort, Optional<State> saved, ResultSink out) {
        Origin origin = saved.filter(state -> state.phase() == 1)
                .map(state -> new Origin(null, state.spoilt()))
                .or(() -> before.map(first -> prepare(number, cohort, first, saved)))
                .orElseGet(() -> new Origin(null, new int[cohort.trials().size()]));
        List<Integer> ends = new ArrayList<>(List.of(0));
        ends.addAll(TrainingParameters.measured(shared));
        ends.add(shared.count(TrainingParameters.STEPS));
        int stages = 0;
        try (Trainer trainer = trainer(problem, cohort, shared.count(TrainingParameters.STEPS))) {
            Start start = start(cohort);
            if (origin.weights() == null) {
                trainer.start(start);
            } else {
                trainer.start(start, origin.weights());
            }
            if (saved.isPresent() && saved.get().phase() == 1) {
                trainer.restore(saved.get().trainer());
                stages = saved.get().stages();
            }
            for (int stage = stages; stage < ends.size(); stage++) {
                advance(trainer, ends.get(stage), new State(number, 1, stage, origin.spoilt(), new byte[0]));
                measure(trainer, cohort, origin, stage(stage, ends), out);
            }
        }
    }

    private static String stage(int number, List<Integer> ends) {
        return number == 0
                ? Stages.INITIAL
                : number == ends.size() - 1 ? Stages.FINAL : ends.get(number).toString();
    }

    /** Teaches the networks what they start from. */
    private Origin prepare(int number, Cohort cohort, Problem first, Optional<State> saved) {
        int steps = shared.count(TrainingParameters.START_STEPS);
        Cohort earlier = cohort(first, cohort.trials());
        try (Trainer trainer = trainer(first, earlier, steps)) {
            trainer.start(start(earlier));
            saved.ifPresent(state -> trainer.restore(state.trainer()));
            advance(trainer, steps, new State(number, 0, 0, new int[0], new byte[0]));
            int[] spoilt = new int[earlier.trials().size()];
            Arrays.setAll(spoilt, trainer::divergedAt);
            return new Origin(trainer.weights(), spoilt);
        }
    }

    private Trainer trainer(Problem what, Cohort cohort, int steps) {
        Cohort.Pupils first = cohort.pupils().getFirst();
        Training training = TrainingParameters.training(
                shared, network.architecture(), first.examples().goal(), steps);
        return new Trainer(
                lab.backend(),
                training,
                network.initialisation(),
                cohort.table(),
                first.rows().length,
                cohort.trials().size());
    }

    private Start start(Cohort cohort) {
        List<Trial> trials = cohort.trials();
        int count = trials.size();
        long[] seeds = new long[count];
        double[] magnitudes = new double[count];
        float[] rates = new float[count];
        float[] decays = new float[count];
        int[][] rows = new int[count][];
        int at = 0;
        for (Cohort.Pupils pupils : cohort.pupils()) {
            for (Trial trial : pupils.trials()) {
                Parameters parameters = trial.cell().parameters();
                seeds[at] = trial.seed();
                magnitudes[at] = CommonParameters.magnitude(parameters);
                rates[at] = (float) parameters.real(TrainingParameters.LEARNING_RATE);
                decays[at] = (float) parameters.real(TrainingParameters.WEIGHT_DECAY);
                rows[at++] = pupils.rows();
            }
        }
        Map<String, float[]> scalars = Map.of(Architecture.PREFACTOR, prefactors(trials));
        return new Start(batch.studySeed(), seeds, magnitudes, scalars, rates, decays, rows);
    }

    private static float[] prefactors(List<Trial> trials) {
        float[] prefactors = new float[trials.size()];
        for (int i = 0; i < prefactors.length; i++) {
            prefactors[i] = CommonParameters.prefactor(trials.get(i).cell().parameters());
        }
        return prefactors;
    }

    private void advance(Trainer trainer, int end, State state) {
        Pace pace = new Pace();
        while (trainer.step() < end) {
            long begin = System.nanoTime();
            trainer.advance(Math.min(pace.steps(), end - trainer.step()));
            pace.took(System.nanoTime() - begin);
            if (lab.checkpoint().isDue()) {
                lab.checkpoint().save(state.with(trainer.save()).bytes());
            }
        }
    }

    private void measure(Trainer trainer, Cohort cohort, Origin origin, String stage, ResultSink out) {
        Map<String, MemorySegment> weights = trainer.weights().values();
        Population.Learned all = new Population.Learned(weights, prefactors(cohort.trials()));
        int from = 0;
        for (Cohort.Pupils pupils : cohort.pupils()) {
            List<Examination.Pupil> some = new ArrayList<>();
            for (int i = 0; i < pupils.trials().size(); i++) {
                some.add(pupil(trainer, origin, all, from + i, pupils.trials().get(i)));
            }
            if (stage.equals(Stages.INITIAL)) {
                examination.keepTarget(pupils.examples(), pupils.trials(), out);
            }
            Lesson lesson = Lesson.of(
                    pupils.examples(), shared.count(CommonParameters.SEGMENTS), batch.studySeed(), pupils.seed());
            examination.examine(lesson, some, all.part(from, some.size()), stage, out);
            from += some.size();
        }
    }

    private static Examination.Pupil pupil(
            Trainer trainer, Origin origin, Population.Learned all, int index, Trial trial) {
        int spoilt = origin.spoilt()[index];
        if (spoilt > 0) {
            String reason = "the loss of step " + spoilt + " of what it started from was not finite";
            return Examination.Pupil.diverged(trial, 0, reason);
        }
        int diverged = trainer.divergedAt(index);
        int stopped = trainer.stoppedAt(index);
        long steps = stopped > 0 ? stopped - 1 : trainer.step();
        if (diverged > 0) {
            return Examination.Pupil.diverged(trial, diverged - 1, "the loss of step " + diverged + " was not finite");
        }
        // What the last step has spoilt, no loss has told yet.
        return steps == 0 || all.isFinite(index)
                ? Examination.Pupil.of(trial, steps)
                : Examination.Pupil.diverged(trial, steps, "a weight was not finite after step " + steps);
    }

    @Override
    public void close() {
        examination.close();
    }
}
