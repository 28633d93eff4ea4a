/**
 * What CUDA this machine has, and how it is called: libraries that are looked for, the driver, the compiler, the errors of
 * both. Knows nothing of graphs; only {@code org.neuralredshift.backends.cuda} calls it.
 */
package org.neuralredshift.backends.cuda.driver;
