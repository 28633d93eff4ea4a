package org.neuralredshift.engine.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.study.Study;

/** The networks whose rows were read: each is one of the study, and its rows are in one place. Takes a bit for each. */
final class NetworkList {
    private final Study study;
    private final long[] seeds;
    private final Map<String, BitSet> byCell = new HashMap<>();
    private Path file = Path.of("");
    private String cell = "";
    private long seed = -1;

    NetworkList(Study study) {
        this.study = study;
        this.seeds = study.seeds().stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /**
     * Takes the networks of some rows.
     *
     * @param source the file that they were read from
     * @param first the first row to take
     * @throws UserException for a network that is none of the study, or whose rows were taken before
     */
    void add(Path source, Table rows, int first) {
        for (int row = first; row < rows.size(); row++) {
            String nextCell = rows.text(RowSchema.CELL, row);
            long nextSeed = (long) rows.real(RowSchema.SEED, row);
            if (nextSeed == seed && nextCell.equals(cell) && source.equals(file)) {
                continue;
            }
            file = source;
            cell = nextCell;
            seed = nextSeed;
            int at = row;
            BitSet taken = byCell.computeIfAbsent(cell, id -> known(rows, at));
            int index = Arrays.binarySearch(seeds, seed);
            if (index < 0) {
                throw mistake("which is none of the study's");
            }
            if (taken.get(index)) {
                throw mistake("whose rows were read before");
            }
            taken.set(index);
        }
    }

    private BitSet known(Table rows, int row) {
        if (!study.has(rows.values(study.parameters().keySet(), row))) {
            throw mistake("which is none of the study's");
        }
        return new BitSet();
    }

    private UserException mistake(String what) {
        return new UserException(
                file + " has the network of cell " + cell + " and seed " + seed + ", " + what + ".",
                "It is a copy, or belongs to another run: delete it, then run the study again with --resume.");
    }

    /** How many there are. */
    long size() {
        return byCell.values().stream().mapToLong(BitSet::cardinality).sum();
    }
}
