package org.neuralredshift.engine.plugin;

/**
 * Why a plugin is not used.
 *
 * @param code for programs
 * @param sentence for people: the thing, the value, the place and the next step
 */
public record Rejection(RejectionCode code, String sentence) {}
