/**
 * Complexity as the length of a description. The metrics are found by the service loader; the rest is theirs alone:
 * quantisation, the order of reading, and the parsing of sequences into phrases.
 */
package org.neuralredshift.metrics.compression;
