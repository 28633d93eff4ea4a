package org.neuralredshift.api.training;

import org.neuralredshift.api.random.RandomStream;

/**
 * The order in which a network sees its rows: epoch after epoch, each a new permutation. The permutation of an epoch depends on
 * the seeds and the number of the epoch alone, so training can go on anywhere. Batches follow each other without a gap: the
 * last rows of an epoch and the first of the next may stand in one batch, and all rows are seen equally often.
 */
final class Orders {
    /** Philox streams 0 and 1 belong to weights. */
    private static final int STREAM = 2;

    private final RandomStream stream = new RandomStream();
    private final int[] permutation;
    private final float[] order;

    /** Orders of so many rows, from which pieces of a length are taken. */
    Orders(int rows, int length) {
        this.permutation = new int[rows];
        this.order = new float[length];
    }

    /** All rows as they are. */
    float[] plain(int[] rows) {
        for (int i = 0; i < order.length; i++) {
            order[i] = rows[i];
        }
        return order;
    }

    /**
     * A piece of the order of one network.
     *
     * @param from number of rows before it
     * @return the rows, in memory that the next call changes
     */
    float[] shuffled(int[] rows, long studySeed, long seed, long from) {
        int position = Math.toIntExact(from % rows.length);
        long epoch = from / rows.length;
        permute(studySeed, seed, epoch);
        for (int i = 0; i < order.length; i++) {
            if (position == rows.length) {
                position = 0;
                permute(studySeed, seed, ++epoch);
            }
            order[i] = rows[permutation[position++]];
        }
        return order;
    }

    private void permute(long studySeed, long seed, long epoch) {
        stream.reset(studySeed, seed, Math.toIntExact(epoch), STREAM);
        for (int i = 0; i < permutation.length; i++) {
            permutation[i] = i;
        }
        stream.shuffle(permutation);
    }
}
