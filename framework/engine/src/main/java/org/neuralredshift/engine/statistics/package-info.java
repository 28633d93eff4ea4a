/**
 * Statistics of independent measurements: means, correlations, and how sure one can be of them. Pure functions of arrays of
 * numbers: equal numbers give equal bits on any machine. Depends on the random numbers of the API alone; {@code figure},
 * {@code claims} and {@code report} call it.
 */
package org.neuralredshift.engine.statistics;
