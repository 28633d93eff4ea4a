package org.neuralredshift.engine.study;

import java.util.AbstractList;
import java.util.ArrayList;
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
    /** Trials of a batch at most: enough to pay for a compiled program, few enough to lose little at a kill. */
    private static final int MOST = 256;

    private final long studySeed;
    private final List<Long> seeds;
    private final List<Cell> cells;
    private final int cellsOfStructure;
    private final long trialsOfStructure;
    private final int batchesOfStructure;

    /** @param cellsOfStructure how many consecutive cells, from the first on, differ in run-time parameters only */
    Batches(long studySeed, List<Long> seeds, List<Cell> cells, int cellsOfStructure) {
        this.studySeed = studySeed;
        this.seeds = seeds;
        this.cells = cells;
        this.cellsOfStructure = cellsOfStructure;
        this.trialsOfStructure = (long) cellsOfStructure * seeds.size();
        this.batchesOfStructure = Math.toIntExact((trialsOfStructure + MOST - 1) / MOST);
    }

    @Override
    public int size() {
        return Math.multiplyExact(cells.size() / cellsOfStructure, batchesOfStructure);
    }

    @Override
    public TrialBatch get(int index) {
        Objects.checkIndex(index, size());
        int firstCell = index / batchesOfStructure * cellsOfStructure;
        long part = index % batchesOfStructure;
        long from = trialsOfStructure * part / batchesOfStructure;
        long to = trialsOfStructure * (part + 1) / batchesOfStructure;
        List<Trial> trials = new ArrayList<>();
        for (long trial = from; trial < to; trial++) {
            Cell cell = cells.get(firstCell + (int) (trial / seeds.size()));
            trials.add(new Trial(cell, seeds.get((int) (trial % seeds.size()))));
        }
        return new TrialBatch(studySeed, trials);
    }
}
