package org.neuralredshift.engine.run;

/** Hears how a run gets on. Called from worker threads, one call at a time. */
@FunctionalInterface
public interface RunListener {
    /** Some networks are done. */
    void progress(Progress progress);

    /** Something that who waits should know at once, as that another backend takes over. The folder keeps it, too. */
    default void notice(String sentence) {}
}
