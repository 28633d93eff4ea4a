package org.neuralredshift.backends.dl4j;

/**
 * Memory that holds one result. Identity matters.
 *
 * @param number in the program, for people
 * @param bytes that it takes
 * @param perNetwork whether every network computes it anew; what networks share is never overwritten by another result
 */
record Storage(int number, long bytes, boolean perNetwork) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
