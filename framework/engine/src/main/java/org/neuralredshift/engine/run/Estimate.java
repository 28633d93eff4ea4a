package org.neuralredshift.engine.run;

/**
 * What a run is expected to take.
 *
 * @param seconds on that many threads
 * @param networksPerSecond on that many threads
 * @param threads the workers it was estimated for
 * @param measured how many networks were run to find out
 * @param failed how many of those failed
 * @param reason why the first of them failed; empty if none did
 */
public record Estimate(
        double seconds, double networksPerSecond, int threads, long measured, long failed, String reason) {}
