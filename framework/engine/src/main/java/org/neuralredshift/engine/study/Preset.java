package org.neuralredshift.engine.study;

/** A variant of a study that its file declares. */
public enum Preset {
    /** As the file says. */
    STANDARD,
    /** With the overrides under {@code quick}. */
    QUICK,
    /** With the overrides under {@code full}. */
    FULL
}
