package org.neuralredshift.engine.examination;

/**
 * What became of one check.
 *
 * @param subject what was examined: {@code module org.example}, {@code metric/entropy}
 * @param check its name, that of the method of the suite
 * @param outcome what became of it
 * @param cases how many cases of it were computed: variants, operations, sizes
 * @param message why it is not passed; empty if it is
 */
public record Finding(String subject, String check, Outcome outcome, int cases, String message) {}
