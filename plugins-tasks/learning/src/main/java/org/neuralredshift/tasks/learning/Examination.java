package org.neuralredshift.tasks.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.tasks.learning.Rows.Subject;

/**
 * Measures networks at a stage: every metric of the study on the plane of the dataset, then how well the sets are fitted, then
 * the variation between training points. Of several outputs metrics see the first.
 */
final class Examination implements AutoCloseable {
    /** Bytes of functions that are looked at together; one network may take more. */
    private static final long MOST_BYTES = 256L << 20;

    private final Lab lab;
    private final Architecture architecture;
    private final Views views;
    private final PlaneMetrics metrics;
    private final SetQuantities quantities;
    private final Map<Integer, Evaluator> evaluators = new HashMap<>();

    /**
     * @param shared parameters of all networks
     * @param revision of the task
     */
    Examination(Parameters shared, Architecture architecture, Lab lab, int revision) {
        this.lab = lab;
        this.architecture = architecture;
        this.views = new Views(lab.memory(), architecture.outputs());
        this.metrics = new PlaneMetrics(shared, lab, views);
        this.quantities = new SetQuantities(architecture, revision, views);
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
        int capacity = evaluator(metrics.keptPoints()).capacity();
        int together = Math.clamp(MOST_BYTES / bytes(lesson), 1, capacity);
        for (int first = 0; first < pupils.size(); first += together) {
            List<Pupil> some = pupils.subList(first, Math.min(first + together, pupils.size()));
            examineTogether(lesson, some, networks.part(first, some.size()), stage, out);
        }
    }

    /** What is held of one network while it is looked at: its outputs wherever a metric or a set asks for them. */
    private long bytes(Lesson lesson) {
        long rows = (lesson.inputs().length + lesson.segments().inputs().length) / architecture.inputs();
        return Math.max(1, metrics.points() + rows) * architecture.outputs() * Float.BYTES;
    }

    private void examineTogether(Lesson lesson, List<Pupil> pupils, Population networks, String stage, ResultSink out) {
        boolean kept = pupils.stream().anyMatch(pupil -> out.keepsSamples(pupil.trial()));
        Map<SampleSpec, float[]> onPlane =
                metrics.evaluate(lesson.examples(), kept, inputs -> evaluate(inputs, networks));
        float[] onSets = evaluate(lesson.inputs(), networks);
        float[] onSegments = evaluate(lesson.segments().inputs(), networks);
        for (int i = 0; i < pupils.size(); i++) {
            Pupil pupil = pupils.get(i);
            Subject subject = new Subject(
                    pupil.trial(), stage, pupil.steps(), lesson.examples().note());
            if (pupil.diverged().isPresent()) {
                leaveOut(subject, lesson, Status.DIVERGED, pupil.diverged().get(), out);
            } else {
                metrics.measure(subject, onPlane, i, out);
                quantities.measure(subject, lesson, onSets, onSegments, i, new Rows(out));
            }
        }
    }

    private float[] evaluate(float[] inputs, Population networks) {
        int points = inputs.length / architecture.inputs();
        return points == 0 ? new float[0] : evaluator(points).evaluate(inputs, networks);
    }

    private Evaluator evaluator(int points) {
        return evaluators.computeIfAbsent(points, p -> new Evaluator(lab.backend(), architecture, p));
    }

    /** Keeps what is to be learned, where the study keeps functions. */
    void keepTarget(Examples examples, List<Trial> trials, ResultSink out) {
        metrics.keepTarget(examples, trials, out);
    }

    /** Writes the rows of a network that has no function to measure: the same as of others, with a status instead of a value. */
    void leaveOut(Subject subject, Lesson lesson, Status status, String reason, ResultSink out) {
        metrics.leaveOut(subject, status, reason, out);
        quantities.leaveOut(subject, lesson, status, reason, new Rows(out));
    }

    @Override
    public void close() {
        views.close();
        evaluators.values().forEach(Evaluator::close);
    }
}
