package org.neuralredshift.engine.run;

/**
 * How far a run is.
 *
 * @param done networks that are done, with those of earlier runs
 * @param resumed networks of earlier runs that were found committed
 * @param total networks of the plan
 * @param failed networks whose rows say failed, in this run
 * @param seconds since this run began
 */
public record Progress(long done, long resumed, long total, long failed, double seconds) {
    /** Networks per second of this run; 0 before the first. */
    public double rate() {
        return seconds > 0 ? (done - resumed) / seconds : 0;
    }
}
