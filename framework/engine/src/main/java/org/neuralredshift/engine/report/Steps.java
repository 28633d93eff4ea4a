package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.figure.Scale;

/**
 * An axis of steps. Where the steps after 0 are spaced like a geometric series the axis is logarithmic, and 0, which has no
 * logarithm, stands as far below the first of them as that is below the second.
 *
 * @param scale that all values lie on
 * @param zero where 0 stands
 * @param marks along it; none for those of the scale
 */
record Steps(Scale scale, double zero, List<Scale.Tick> marks) {
    /** An axis of any numbers. */
    static Steps plain(double... values) {
        return new Steps(Scale.along(values), 0, List.of());
    }

    /** @param values ascending, at least one */
    static Steps of(double... values) {
        double[] positive = Arrays.stream(values).filter(value -> value > 0).toArray();
        if (positive.length == values.length
                || positive.length < 2
                || !Scale.along(positive).logarithmic()) {
            return plain(values);
        }
        double zero = positive[0] * positive[0] / positive[1];
        double[] placed = values.clone();
        placed[0] = zero;
        Scale scale = Scale.along(placed);
        if (!scale.logarithmic()) {
            return plain(values);
        }
        List<Scale.Tick> marks = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            marks.add(new Scale.Tick(scale.position(placed[i]), Numbers.brief(values[i])));
        }
        return new Steps(scale, zero, marks);
    }

    /** Where a value stands on the scale. */
    double place(double value) {
        return value == 0 && !marks.isEmpty() ? zero : value;
    }
}
