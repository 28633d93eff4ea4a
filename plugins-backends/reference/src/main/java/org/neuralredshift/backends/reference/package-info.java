/**
 * The interpreter that defines what a graph means: float64, {@link java.lang.StrictMath}, plain loops in a stated order.
 * Every other backend is compared with it. Nobody calls these classes by name: the host finds the backend as a service.
 */
package org.neuralredshift.backends.reference;
