package org.neuralredshift.engine.plugin;

/**
 * One step on the way of a plugin into the catalog.
 *
 * @param state that it reached
 * @param detail what was seen, for people
 */
public record PluginStep(PluginState state, String detail) {}
