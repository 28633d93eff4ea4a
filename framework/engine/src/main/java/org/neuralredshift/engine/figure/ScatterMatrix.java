package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures against one another: below the diagonal a point for each network, on it the distribution of each measure, above it
 * how closely two of them go together.
 *
 * @param measures at least two
 * @param groups what colours stand for, in the order of the legend
 * @param points networks
 * @param marks values to compare points with, in the order of the legend
 * @param pairs texts for the measures i and j &gt; i, line by line, in the order (0, 1), (0, 2), ..., (1, 2), ...
 */
public record ScatterMatrix(
        List<Measure> measures, List<Group> groups, List<Point> points, List<Mark> marks, List<List<String>> pairs) {
    private static final double WIDTH = 504;
    private static final double MOST_SIDE = 130;

    /**
     * A measure.
     *
     * @param label of it
     * @param scale that holds all its points and marks
     * @param counts of all networks in equal parts of the scale, from its lower end
     */
    public record Measure(String label, Scale scale, List<Integer> counts) {
        public Measure {
            counts = List.copyOf(counts);
        }

        private SquareGrid.Axis axis() {
            return new SquareGrid.Axis((scale.logarithmic() ? "(log) " : "") + label, scale.ticks(3));
        }
    }

    /**
     * What a colour stands for.
     *
     * @param label in the legend
     * @param colour of its points
     */
    public record Group(String label, Color colour) {}

    /**
     * A network.
     *
     * @param group its index among the groups
     * @param values one for each measure; NaN if there is none
     */
    public record Point(int group, double[] values) {}

    /**
     * Something to compare points with, in black.
     *
     * @param label in the legend
     * @param values one for each measure; NaN if there is none
     */
    public record Mark(String label, double[] values) {}

    public ScatterMatrix {
        measures = List.copyOf(measures);
        groups = List.copyOf(groups);
        points = List.copyOf(points);
        marks = List.copyOf(marks);
        pairs = List.copyOf(pairs);
    }

    /**
     * The whole matrix, as wide as a page or less.
     *
     * <p>What a page can find by its id, if there is a prefix F: F{@code k}i is the i-th entry of the legend, marks after
     * groups; F{@code p}n the key of the panel of row i and column j, n = i · measures + j. With the key K, K{@code l}i is all
     * of entry i in the panel, K{@code s} the plot.
     *
     * @param caption below; empty for none
     * @param prefix of ids, unique in the page; empty for none
     */
    public Drawing drawing(String caption, String prefix) {
        int count = measures.size();
        SquareGrid grid = SquareGrid.within(
                WIDTH, MOST_SIDE, measures.stream().map(Measure::axis).toList(), legend(prefix), caption);
        return grid.drawing((ink, row, column, left, top) -> new ScatterPanel(
                        this,
                        row,
                        column,
                        prefix.isEmpty() ? "" : prefix + "p" + (row * count + column),
                        left,
                        top,
                        grid.side())
                .paint(ink));
    }

    /** The texts of two measures, the first index less than the second. */
    List<String> pair(int first, int second) {
        int before = first * measures.size() - first * (first + 1) / 2;
        return pairs.get(before + second - first - 1);
    }

    private Legend legend(String prefix) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if (groups.size() > 1) {
                Legend.Sample sample = new Legend.Sample.Dot(groups.get(i).colour());
                entries.add(new Legend.Entry(id(prefix, i), groups.get(i).label(), sample));
            }
        }
        for (int i = 0; i < marks.size(); i++) {
            Legend.Sample sample = new Legend.Sample.Mark(Marker.of(1 + i));
            entries.add(
                    new Legend.Entry(id(prefix, groups.size() + i), marks.get(i).label(), sample));
        }
        return new Legend(entries);
    }

    private static String id(String prefix, int entry) {
        return prefix.isEmpty() ? "" : prefix + "k" + entry;
    }
}
