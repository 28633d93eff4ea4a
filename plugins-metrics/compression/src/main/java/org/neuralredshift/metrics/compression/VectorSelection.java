package org.neuralredshift.metrics.compression;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Selection} on vectors. Counting the samples below a pivot is so cheap that an interval around the answer is
 * halved until few samples are left in it, and these are sorted.
 */
final class VectorSelection implements Selection {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    /** As many candidates are sorted. */
    private static final int FEW = 32;
    /** So often the interval is halved by value, which suits most functions; then by bits, which ends for all. */
    private static final int BY_VALUE = 16;

    /** The samples, filled up to whole vectors with infinities that nothing counts. */
    private final float[] padded;

    private final float[] candidates = new float[FEW + LANES];

    /** For {@code points} samples. */
    VectorSelection(int points) {
        this.padded = new float[FLOATS.loopBound(points + LANES - 1)];
        Arrays.fill(padded, Float.POSITIVE_INFINITY);
    }

    @Override
    public float select(float[] values, int rank) {
        System.arraycopy(values, 0, padded, 0, values.length);
        // The answer is above low and not above high; so many samples are not above low and high.
        float low = Float.NEGATIVE_INFINITY;
        float high = Float.MAX_VALUE;
        int notAboveLow = 0;
        int notAboveHigh = values.length;
        float smallest = smallest();
        float largest = largest(values);
        for (int step = 0; notAboveHigh - notAboveLow > FEW; step++) {
            float from = Math.max(low, Math.nextDown(smallest));
            float to = Math.min(high, largest);
            float pivot = step < BY_VALUE ? middleByValue(from, to) : middleByBits(from, to);
            if (pivot <= from || pivot >= to) {
                if (Math.nextUp(from) == to || from >= to) {
                    return to + 0f;
                }
                pivot = Math.nextUp(from);
            }
            int notAbovePivot = notAbove(pivot);
            if (notAbovePivot > rank) {
                high = pivot;
                notAboveHigh = notAbovePivot;
            } else {
                low = pivot;
                notAboveLow = notAbovePivot;
            }
        }
        int size = keep(low, high);
        Arrays.sort(candidates, 0, size);
        return candidates[rank - notAboveLow];
    }

    private static float middleByValue(float from, float to) {
        return (float) (((double) from + to) / 2);
    }

    private static float middleByBits(float from, float to) {
        long middle = ((long) ordered(from) + ordered(to)) >> 1;
        return Float.intBitsToFloat(flip((int) middle));
    }

    /** A whole number in the order of the floats. */
    private static int ordered(float value) {
        return flip(Float.floatToRawIntBits(value + 0f));
    }

    private static int flip(int bits) {
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    private float smallest() {
        FloatVector smallest = FloatVector.fromArray(FLOATS, padded, 0);
        for (int i = LANES; i < padded.length; i += LANES) {
            smallest = smallest.min(FloatVector.fromArray(FLOATS, padded, i));
        }
        return smallest.reduceLanes(VectorOperators.MIN);
    }

    private static float largest(float[] values) {
        FloatVector largest = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
        int whole = FLOATS.loopBound(values.length);
        for (int i = 0; i < whole; i += LANES) {
            largest = largest.max(FloatVector.fromArray(FLOATS, values, i));
        }
        float found = largest.reduceLanes(VectorOperators.MAX);
        for (int i = whole; i < values.length; i++) {
            found = Math.max(found, values[i]);
        }
        return found;
    }

    private int notAbove(float pivot) {
        FloatVector bound = FloatVector.broadcast(FLOATS, pivot);
        int count = 0;
        for (int i = 0; i < padded.length; i += LANES) {
            count += FloatVector.fromArray(FLOATS, padded, i)
                    .compare(VectorOperators.LE, bound)
                    .trueCount();
        }
        return count;
    }

    private int keep(float low, float high) {
        int kept = 0;
        for (int i = 0; i < padded.length; i += LANES) {
            FloatVector samples = FloatVector.fromArray(FLOATS, padded, i);
            VectorMask<Float> inside =
                    samples.compare(VectorOperators.GT, low).and(samples.compare(VectorOperators.LE, high));
            samples.compress(inside).intoArray(candidates, kept);
            kept += inside.trueCount();
        }
        return kept;
    }
}
