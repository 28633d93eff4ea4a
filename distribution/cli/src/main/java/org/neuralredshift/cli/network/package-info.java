/**
 * One random network, outside any study: what {@code nrs sample} writes and {@code nrs bench} drives. Depends on the engine;
 * called by {@code command} and {@code bench}.
 */
package org.neuralredshift.cli.network;
