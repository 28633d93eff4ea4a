package org.neuralredshift.tasks.learning;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.tasks.learning.Rows.Measure;
import org.neuralredshift.tasks.learning.Rows.Subject;

/**
 * Measures networks at a stage: every metric of the study on the plane of the dataset, then how well the sets are fitted, then
 * the variation between training points. Of several outputs metrics see the first.
 */
final class Examination implements AutoCloseable {
    /** Bytes of functions that are looked at together; one network may take more. */
    private static final long MOST_BYTES = 256L << 20;

    private record Chosen(MetricSelection selection, Measure measure, Probe probe, SampleSpec spec) {}

    private final Lab lab;
    private final Architecture architecture;
    private final int revision;
    private final Grid grid;
    private final List<Chosen> metrics = new ArrayList<>();
    private final Map<SampleSpec, View> views = new LinkedHashMap<>();
    private final Map<Integer, Evaluator> evaluators = new HashMap<>();
    private final Measurement measurement = new Measurement();

    /** Functions at the points of a specification, and where they lie in memory. */
    private record View(SampleBatch batch, Samples samples, float[] coordinates) {}

    /**
     * @param shared parameters of all networks
     * @param revision of the task
     */
    Examination(Parameters shared, Architecture architecture, Lab lab, int revision) {
        this.lab = lab;
        this.architecture = architecture;
        this.revision = revision;
        this.grid = Grid.uniform(shared.count(CommonParameters.GRID), 2);
        try {
            for (MetricSelection selection : lab.metrics()) {
                SampleSpec spec = selection.metric().sampling(grid, selection.parameters());
                Measure measure = new Measure(selection.name(), selection.variant(), selection.revision());
                metrics.add(new Chosen(selection, measure, lab.probe(selection, spec), spec));
                view(spec);
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private View view(SampleSpec spec) {
        return views.computeIfAbsent(
                spec, s -> new View(new SampleBatch(lab.memory(), s, 1), new Samples(s), s.coordinates()));
    }

    private Evaluator evaluator(int points) {
        return evaluators.computeIfAbsent(points, p -> new Evaluator(lab.backend(), architecture, p));
    }

    /**
     * A network that is examined.
     *
     * @param steps of training, or guesses, that it took
     * @param diverged why it is no function any more; empty if it is one
     */
    record Pupil(Trial trial, long steps, Optional<String> diverged) {
        static Pupil of(Trial trial, long steps) {
            return new Pupil(trial, steps, Optional.empty());
        }

        static Pupil diverged(Trial trial, long steps, String reason) {
            return new Pupil(trial, steps, Optional.of(reason));
        }
    }

    /**
     * Measures networks that learn the same examples.
     *
     * @param pupils as many as networks
     */
    void examine(Lesson lesson, List<Pupil> pupils, Population networks, String stage, ResultSink out) {
        int together = Math.clamp(
                MOST_BYTES / bytes(lesson), 1, evaluator(grid.points()).capacity());
        for (int first = 0; first < pupils.size(); first += together) {
            List<Pupil> some = pupils.subList(first, Math.min(first + together, pupils.size()));
            examineTogether(lesson, some, networks.part(first, some.size()), stage, out);
        }
    }

    /** What is held of one network while it is looked at: its outputs wherever a metric or a set asks for them. */
    private long bytes(Lesson lesson) {
        long points = views.keySet().stream().mapToLong(SampleSpec::points).sum();
        points += (lesson.inputs().length + lesson.segments().inputs().length) / architecture.inputs();
        return Math.max(1, points) * architecture.outputs() * Float.BYTES;
    }

    private void examineTogether(Lesson lesson, List<Pupil> pupils, Population networks, String stage, ResultSink out) {
        Map<SampleSpec, float[]> onPlane = new HashMap<>();
        metrics.forEach(chosen -> onPlane.computeIfAbsent(chosen.spec(), spec -> onPlane(spec, lesson, networks)));
        if (pupils.stream().anyMatch(pupil -> out.keepsSamples(pupil.trial()))) {
            onPlane.computeIfAbsent(grid, spec -> onPlane(spec, lesson, networks));
        }
        float[] onSets = evaluate(lesson.inputs(), networks);
        float[] onSegments = evaluate(lesson.segments().inputs(), networks);
        for (int i = 0; i < pupils.size(); i++) {
            Pupil pupil = pupils.get(i);
            String data = lesson.examples().note();
            Subject subject = new Subject(pupil.trial(), stage, pupil.steps(), data);
            if (pupil.diverged().isPresent()) {
                leaveOut(subject, lesson, Status.DIVERGED, pupil.diverged().get(), out);
            } else {
                measureMetrics(subject, onPlane, i, out);
                measureSets(subject, lesson, onSets, i, out);
                measureSegments(subject, lesson, onSegments, i, out);
            }
        }
    }

    /**
     * Keeps what is to be learned, where the study keeps functions: at each point of the grid the first label of the nearest
     * example. Only of two inputs, for of more the plane of the metrics passes by all examples.
     */
    void keepTarget(Examples examples, List<Trial> trials, ResultSink out) {
        if (examples.features() != 2 || trials.stream().noneMatch(out::keepsSamples)) {
            return;
        }
        float[] values = Nearest.labels(examples, examples.plane().inputs(grid.coordinates()));
        Samples target = first(grid, values, 0, 1);
        trials.stream().filter(out::keepsSamples).forEach(trial -> out.samples(trial, Stages.TARGET, target));
    }

    private float[] onPlane(SampleSpec spec, Lesson lesson, Population networks) {
        return evaluate(lesson.examples().plane().inputs(view(spec).coordinates()), networks);
    }

    private float[] evaluate(float[] inputs, Population networks) {
        int points = inputs.length / architecture.inputs();
        return points == 0 ? new float[0] : evaluator(points).evaluate(inputs, networks);
    }

    private void measureMetrics(Subject subject, Map<SampleSpec, float[]> onPlane, int network, ResultSink out) {
        boolean keeps = out.keepsSamples(subject.trial());
        Rows rows = new Rows(out);
        for (Chosen chosen : metrics) {
            Samples samples = first(chosen.spec(), Objects.requireNonNull(onPlane.get(chosen.spec())), network);
            measurement.clear();
            measurement.status(samples.status());
            if (measurement.status() == Status.OK) {
                chosen.probe().measure(samples, measurement);
            }
            Status status = measurement.status();
            String reason = measurement.reason().orElseGet(() -> Rows.reason(status));
            rows.write(subject, chosen.measure(), measurement.value(), measurement.raw(), status, reason);
            double[] spectrum = measurement.spectrum();
            if (keeps && status == Status.OK && spectrum.length > 0) {
                out.spectrum(subject.trial(), Stages.label(chosen.selection().label(), subject.stage()), spectrum);
            }
        }
        if (keeps) {
            Samples samples = first(grid, Objects.requireNonNull(onPlane.get(grid)), network);
            out.samples(subject.trial(), subject.stage(), samples);
        }
    }

    /** The first output of a network, as metrics see it. */
    private Samples first(SampleSpec spec, float[] values, int network) {
        return first(spec, values, network, architecture.outputs());
    }

    private Samples first(SampleSpec spec, float[] values, int network, int outputs) {
        View view = view(spec);
        int from = network * spec.points() * outputs;
        MemorySegment segment = view.batch().segment();
        for (int point = 0; point < spec.points(); point++) {
            segment.setAtIndex(ValueLayout.JAVA_FLOAT, point, values[from + point * outputs]);
        }
        view.batch().read(0, view.samples());
        return view.samples();
    }

    private void measureSets(Subject subject, Lesson lesson, float[] outputs, int network, ResultSink out) {
        Examples examples = lesson.examples();
        int width = architecture.outputs();
        int each = lesson.inputs().length / architecture.inputs() * width;
        for (Lesson.Set set : lesson.sets()) {
            int from = network * each + set.from() * width;
            int count = set.labels().length / examples.targets() * width;
            float[] some = Arrays.copyOfRange(outputs, from, from + count);
            measureSet(subject, set, examples, some, new Rows(out));
        }
    }

    private void measureSet(Subject subject, Lesson.Set set, Examples examples, float[] outputs, Rows rows) {
        Goal goal = examples.goal();
        Status status = isFinite(outputs) ? Status.OK : Status.OVERFLOW;
        String reason = "an output for the set " + set.name() + " is NaN or infinite";
        double loss = Judge.loss(goal, examples.targets(), outputs, set.labels());
        if (Judge.isDecided(goal)) {
            double accuracy = status == Status.OK ? Judge.accuracy(goal, examples.targets(), outputs, set.labels()) : 0;
            rows.write(subject, own(Quantities.accuracy(set.name())), accuracy, Double.NaN, status, reason);
        }
        rows.write(subject, own(Quantities.loss(set.name())), loss, Double.NaN, status, reason);
        if (goal instanceof Goal.Signal(double peak)) {
            double ratio = Judge.signalToNoise(peak, loss);
            rows.write(subject, own(Quantities.signalToNoise(set.name())), ratio, Double.NaN, status, reason);
        }
    }

    private void measureSegments(Subject subject, Lesson lesson, float[] outputs, int network, ResultSink out) {
        int points = lesson.segments().count() * Segments.POINTS;
        if (points == 0) {
            return;
        }
        float[] values = new float[points];
        for (int point = 0; point < points; point++) {
            values[point] = outputs[(network * points + point) * architecture.outputs()];
        }
        View view = view(new PointSet(1, new float[points])); // where the points lie does not matter for their status
        MemorySegment.copy(values, 0, view.batch().segment(), ValueLayout.JAVA_FLOAT, 0, points);
        view.batch().read(0, view.samples());
        Status status = view.samples().status();
        double variation = status == Status.OK ? Segments.variation(values) : Double.NaN;
        new Rows(out).write(subject, own(Quantities.VARIATION), variation, Double.NaN, status, Rows.reason(status));
    }

    /** Writes the rows of a network that has no function to measure: the same as of others, with a status instead of a value. */
    void leaveOut(Subject subject, Lesson lesson, Status status, String reason, ResultSink out) {
        Rows rows = new Rows(out);
        metrics.forEach(chosen -> rows.write(subject, chosen.measure(), Double.NaN, Double.NaN, status, reason));
        for (Lesson.Set set : lesson.sets()) {
            quantities(set, lesson.examples().goal())
                    .forEach(name -> rows.write(subject, own(name), Double.NaN, Double.NaN, status, reason));
        }
        if (lesson.segments().count() > 0) {
            rows.write(subject, own(Quantities.VARIATION), Double.NaN, Double.NaN, status, reason);
        }
    }

    private static List<String> quantities(Lesson.Set set, Goal goal) {
        List<String> names = new ArrayList<>();
        if (Judge.isDecided(goal)) {
            names.add(Quantities.accuracy(set.name()));
        }
        names.add(Quantities.loss(set.name()));
        if (goal instanceof Goal.Signal) {
            names.add(Quantities.signalToNoise(set.name()));
        }
        return names;
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private Measure own(String quantity) {
        return Quantities.measure(quantity, revision);
    }

    @Override
    public void close() {
        views.values().forEach(view -> view.batch().close());
        evaluators.values().forEach(Evaluator::close);
    }
}
