package org.neuralredshift.engine.study;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.neuralredshift.api.task.Cell;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/**
 * The batches of a plan, each made when it is asked for: networks take no memory until they run. The trials of one structure
 * are cut into batches of about equal size.
 */
final class Batches extends AbstractList<TrialBatch> implements RandomAccess {
    private final long studySeed;
    private final List<Long> seeds;
    private final List<Cell> cells;

    /** For each structure its first cell and its first batch; behind the last one the numbers of all. */
    private final int[] firstCells;

    private final int[] firstBatches;

    /**
     * Consecutive cells that have one structure.
     *
     * @param cells how many: they differ in run-time parameters only
     * @param most trials of a batch of them, at least 1
     */
    record Structure(int cells, int most) {
        /** @throws IllegalArgumentException if a batch would have no trial */
        Structure {
            if (most < 1) {
                throw new IllegalArgumentException("the task wants batches of at most " + most + " trials: at least 1");
            }
        }
    }

    /** @param structures in the order of the cells */
    Batches(long studySeed, List<Long> seeds, List<Cell> cells, List<Structure> structures) {
        this.studySeed = studySeed;
        this.seeds = seeds;
        this.cells = cells;
        this.firstCells = new int[structures.size() + 1];
        this.firstBatches = new int[structures.size() + 1];
        for (int i = 0; i < structures.size(); i++) {
            Structure structure = structures.get(i);
            long trials = (long) structure.cells() * seeds.size();
            firstCells[i + 1] = firstCells[i] + structure.cells();
            long batches = (trials + structure.most() - 1) / structure.most();
            firstBatches[i + 1] = Math.addExact(firstBatches[i], Math.toIntExact(batches));
        }
    }

    @Override
    public int size() {
        return firstBatches[firstBatches.length - 1];
    }

    @Override
    public TrialBatch get(int index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(firstBatches, index);
        int structure = found >= 0 ? found : -found - 2;
        long trialsOfStructure = (long) (firstCells[structure + 1] - firstCells[structure]) * seeds.size();
        long parts = firstBatches[structure + 1] - firstBatches[structure];
        long part = index - firstBatches[structure];
        long from = trialsOfStructure * part / parts;
        long to = trialsOfStructure * (part + 1) / parts;
        List<Trial> trials = new ArrayList<>();
        for (long trial = from; trial < to; trial++) {
            Cell cell = cells.get(firstCells[structure] + (int) (trial / seeds.size()));
            trials.add(new Trial(cell, seeds.get((int) (trial % seeds.size()))));
        }
        return new TrialBatch(studySeed, trials);
    }
}
