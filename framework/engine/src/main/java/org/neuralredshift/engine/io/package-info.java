/**
 * Functions in files: what {@code nrs measure} reads and {@code nrs sample} writes. Called by the command line and by
 * {@code report}; depends on the API's {@code data} only.
 */
package org.neuralredshift.engine.io;
