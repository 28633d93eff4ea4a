package org.neuralredshift.engine.run;

/**
 * How a run ended.
 *
 * @param progress at the end
 * @param stopped whether it was stopped before all was done; what was committed remains
 * @param threads how many workers ran
 */
public record RunSummary(Progress progress, boolean stopped, int threads) {}
