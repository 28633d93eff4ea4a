/** Backends: what runs a tensor program. Depends on {@code graph} and {@code random}. */
package org.neuralredshift.api.compute;
