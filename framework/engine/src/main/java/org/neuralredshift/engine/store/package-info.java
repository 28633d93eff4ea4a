/**
 * Output folders: the resolved study, its provenance, rows and samples in Arrow files that are committed whole. Depends on
 * {@code study} and {@code plugin}; {@code run} writes, figures and the command read.
 */
package org.neuralredshift.engine.store;
