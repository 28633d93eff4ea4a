/**
 * Statistics of repeated measurements, and pictures of them. One code draws PNG and SVG, on any machine with a font;
 * lengths are points, 1/72 inch. Depends on nothing else of the host; {@code report} and the command draw with it.
 */
package org.neuralredshift.engine.figure;
