package org.neuralredshift.testkit;

/** What does not change the value of a metric. */
public enum Invariance {
    /** The function times a positive number. */
    SCALE,
    /** The function plus a number. */
    OFFSET
}
