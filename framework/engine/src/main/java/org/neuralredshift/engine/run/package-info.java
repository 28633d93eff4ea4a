/**
 * Running a plan: workers, their laboratories, progress, stopping. Depends on {@code study}, {@code store} and
 * {@code plugin}; the command calls it.
 */
package org.neuralredshift.engine.run;
