/**
 * Random numbers that depend on seeds and positions alone, never on the order of drawing. Depends on {@code graph}, for
 * the description of a weight.
 */
package org.neuralredshift.api.random;
