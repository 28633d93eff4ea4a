package org.neuralredshift.tasks.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.tasks.learning.Rows.Measure;
import org.neuralredshift.tasks.learning.Rows.Subject;

/** How well networks fit the sets of a lesson, and how much they vary between its training points. */
final class SetQuantities {
    private final Architecture architecture;
    private final int revision;
    private final Views views;

    /** @param revision of the task */
    SetQuantities(Architecture architecture, int revision, Views views) {
        this.architecture = architecture;
        this.revision = revision;
        this.views = views;
    }

    /**
     * Writes the rows of a network.
     *
     * @param onSets {@code [networks, rows of all sets, outputs]}
     * @param onSegments {@code [networks, points of all segments, outputs]}
     */
    void measure(Subject subject, Lesson lesson, float[] onSets, float[] onSegments, int network, Rows rows) {
        Examples examples = lesson.examples();
        int width = architecture.outputs();
        int each = lesson.inputs().length / architecture.inputs() * width;
        for (Lesson.Set set : lesson.sets()) {
            int from = network * each + set.from() * width;
            int count = set.labels().length / examples.targets() * width;
            measureSet(subject, set, examples, Arrays.copyOfRange(onSets, from, from + count), rows);
        }
        if (lesson.segments().count() > 0) {
            measureSegments(subject, lesson, onSegments, network, rows);
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

    private void measureSegments(Subject subject, Lesson lesson, float[] outputs, int network, Rows rows) {
        int points = lesson.segments().count() * Segments.POINTS;
        // Where the points lie does not matter for their status.
        Samples samples = views.first(new PointSet(1, new float[points]), outputs, network);
        Status status = samples.status();
        double variation = status == Status.OK ? Segments.variation(samples.values()) : Double.NaN;
        rows.write(subject, own(Quantities.VARIATION), variation, Double.NaN, status, Rows.reason(status));
    }

    /** Writes the same rows for a network that is no function. */
    void leaveOut(Subject subject, Lesson lesson, Status status, String reason, Rows rows) {
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
}
