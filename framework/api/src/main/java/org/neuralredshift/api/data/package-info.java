/**
 * Sample points, sampled functions and spectra as Arrow buffers. The only package of the API that sees Arrow. Depends on
 * nothing else.
 *
 * <p>A batch <em>is</em> an Arrow buffer that a backend writes into through a {@link java.lang.foreign.MemorySegment};
 * nobody copies it.
 */
package org.neuralredshift.api.data;
