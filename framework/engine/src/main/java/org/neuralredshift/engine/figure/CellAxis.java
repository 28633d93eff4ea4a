package org.neuralredshift.engine.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An axis of equal cells, one per value of a parameter.
 *
 * @param label what the axis shows, with its unit
 * @param values Long, Double, String or Boolean; numbers ascending
 */
public record CellAxis(String label, List<Object> values) {
    /** The values with duplicates removed, numbers in ascending order, others as they come. */
    public CellAxis {
        List<Object> distinct = new ArrayList<>(values.stream().distinct().toList());
        if (distinct.stream().allMatch(Number.class::isInstance)) {
            distinct.sort((a, b) -> Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue()));
        }
        values = List.copyOf(distinct);
    }

    /** The number of cells. */
    public int size() {
        return values.size();
    }

    /** The cell of a value. */
    public int index(Object value) {
        for (int i = 0; i < values.size(); i++) {
            if (Objects.equals(values.get(i), value)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no value " + value + " among " + values);
    }

    /**
     * Marks; positions 0 and 1 are the outer edges of the first and last cell. Values in geometric or arithmetic progression
     * that are not round get the marks of a logarithmic or linear axis, others one in the middle of each cell.
     */
    List<Scale.Tick> ticks(int count) {
        if (values.equals(List.of(""))) {
            return List.of();
        }
        boolean geometric = isGeometric();
        if (geometric || isArithmetic()) {
            double first = number(0);
            double last = number(size() - 1);
            return new Scale(first, last, geometric)
                    .ticks(Math.max(1, count)).stream()
                            .map(tick -> new Scale.Tick((0.5 + tick.position() * (size() - 1)) / size(), tick.label()))
                            .toList();
        }
        int every = Math.max(1, (int) Math.ceil(size() / (double) count));
        List<Scale.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            ticks.add(new Scale.Tick((i + 0.5) / size(), i % every == 0 ? Numbers.brief(values.get(i)) : ""));
        }
        return ticks;
    }

    /** A mark in the middle of each cell, with its value. */
    List<Scale.Tick> cellTicks() {
        List<Scale.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            ticks.add(new Scale.Tick((i + 0.5) / size(), Numbers.brief(values.get(i))));
        }
        return ticks;
    }

    /** Whether the values are at least three numbers with a common difference, and not round themselves. */
    private boolean isArithmetic() {
        if (size() < 3 || !values.stream().allMatch(Number.class::isInstance) || areWhole()) {
            return false;
        }
        double step = (number(size() - 1) - number(0)) / (size() - 1);
        for (int i = 1; i < size(); i++) {
            if (Math.abs(number(i) - number(0) - i * step) > 0.01 * step) {
                return false;
            }
        }
        return true;
    }

    private boolean areWhole() {
        return values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .allMatch(value -> Math.rint(value) == value);
    }

    /** Whether the values are at least three positive numbers with a common ratio, and not round themselves. */
    boolean isGeometric() {
        if (size() < 3 || !(values.stream().allMatch(Number.class::isInstance)) || number(0) <= 0) {
            return false;
        }
        double step = Math.log(number(size() - 1) / number(0)) / (size() - 1);
        for (int i = 1; i < size(); i++) {
            if (Math.abs(Math.log(number(i) / number(0)) - i * step) > 0.01 * step) {
                return false;
            }
        }
        return !areWhole();
    }

    private double number(int index) {
        return ((Number) values.get(index)).doubleValue();
    }
}
