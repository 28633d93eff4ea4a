/**
 * Measures how many networks per second this machine does, with the configurations of the benchmark's rivals. Depends on the
 * engine; called by {@code command}.
 */
package org.neuralredshift.cli.bench;
