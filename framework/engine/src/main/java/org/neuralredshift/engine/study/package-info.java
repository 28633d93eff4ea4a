/**
 * Studies: reading them from YAML with the place of every mistake, resolving them against the catalog, and planning them
 * into cells and batches. Depends on {@code plugin}; {@code run}, {@code store} and the command may call it.
 */
package org.neuralredshift.engine.study;
