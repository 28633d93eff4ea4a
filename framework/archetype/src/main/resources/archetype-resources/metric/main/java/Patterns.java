package ${package};

import java.util.Arrays;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Probe;

/** Counts the patterns of one function after another, in an array that is made once. */
final class Patterns implements Probe {
    private final Grid grid;
    private final int order;
    private final int[] counts;

    Patterns(Grid grid, int order) {
        this.grid = grid;
        this.order = order;
        int patterns = 1;
        for (int i = 2; i <= order; i++) {
            patterns *= i;
        }
        this.counts = new int[patterns];
    }

    @Override
    public void measure(Samples function, Measurement out) {
        Arrays.fill(counts, 0);
        int windows = 0;
        int stride = 1;
        for (int axis = 0; axis < grid.dimension(); axis++) {
            int size = grid.axes().get(axis).size();
            windows += count(function.values(), size, stride);
            stride *= size;
        }
        double entropy = 0;
        for (int count : counts) {
            double frequency = (double) count / windows;
            entropy -= count == 0 ? 0 : frequency * Math.log(frequency);
        }
        out.raw(entropy);
        out.value(Math.min(1, entropy / Math.log(counts.length)));
    }

    /** Counts the patterns along one axis, whose neighbours lie {@code stride} elements apart; returns how many there are. */
    private int count(float[] values, int size, int stride) {
        int windows = 0;
        for (int from = 0; from < values.length; from++) {
            if (from / stride % size <= size - order) {
                counts[pattern(values, from, stride)]++;
                windows++;
            }
        }
        return windows;
    }

    /** The number of the pattern from one point on: for each neighbour, how many of the later ones are smaller. */
    private int pattern(float[] values, int from, int stride) {
        int pattern = 0;
        for (int i = 0; i < order; i++) {
            int smaller = 0;
            for (int later = i + 1; later < order; later++) {
                smaller += values[from + later * stride] < values[from + i * stride] ? 1 : 0;
            }
            pattern = pattern * (order - i) + smaller;
        }
        return pattern;
    }
}
