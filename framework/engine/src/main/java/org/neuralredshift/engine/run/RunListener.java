package org.neuralredshift.engine.run;

/** Hears how a run gets on. Called from worker threads, one call at a time. */
@FunctionalInterface
public interface RunListener {
    /** Some networks are done. */
    void progress(Progress progress);
}
