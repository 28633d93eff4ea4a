/** Complexity metrics, on the host and as tensor programs. Depends on {@code data}, {@code parameter} and {@code graph}. */
package org.neuralredshift.api.metric;
