package org.neuralredshift.engine.report;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.neuralredshift.engine.store.Observation;

/**
 * Observations in columns, about twenty bytes each: a report holds those of millions of networks. What is got out is made
 * anew. Grows only.
 */
final class ObservationList extends AbstractList<Observation> implements RandomAccess {
    private static final int FIRST = 1024;

    /** What all observations of a cell share. */
    private record Cell(String id, Map<String, Object> parameters) {}

    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, Integer> cellIndexes = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> wordIndexes = new HashMap<>();
    private int size;
    private int[] cell = new int[FIRST];
    private long[] seed = new long[FIRST];
    private short[] metric = new short[FIRST];
    private short[] status = new short[FIRST];
    private double[] value = new double[FIRST];

    @Override
    public boolean add(Observation observation) {
        if (size == value.length) {
            int length = size + size / 2;
            cell = Arrays.copyOf(cell, length);
            seed = Arrays.copyOf(seed, length);
            metric = Arrays.copyOf(metric, length);
            status = Arrays.copyOf(status, length);
            value = Arrays.copyOf(value, length);
        }
        cell[size] = cellIndexes.computeIfAbsent(observation.cell(), id -> {
            cells.add(new Cell(id, observation.parameters()));
            return cells.size() - 1;
        });
        seed[size] = observation.seed();
        metric[size] = word(observation.metric());
        status[size] = word(observation.status());
        value[size] = observation.value();
        size++;
        modCount++;
        return true;
    }

    private short word(String text) {
        int index = wordIndexes.computeIfAbsent(text, word -> {
            words.add(word);
            return words.size() - 1;
        });
        if (index > Short.MAX_VALUE) {
            throw new IllegalArgumentException("more than " + Short.MAX_VALUE + " metrics");
        }
        return (short) index;
    }

    @Override
    public Observation get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        Cell shared = cells.get(cell[index]);
        return new Observation(
                shared.id(),
                shared.parameters(),
                seed[index],
                words.get(metric[index]),
                words.get(status[index]),
                value[index]);
    }

    @Override
    public int size() {
        return size;
    }
}
