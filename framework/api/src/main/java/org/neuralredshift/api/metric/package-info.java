/** Complexity metrics. Depends on {@code data} and {@code parameter}. */
package org.neuralredshift.api.metric;
