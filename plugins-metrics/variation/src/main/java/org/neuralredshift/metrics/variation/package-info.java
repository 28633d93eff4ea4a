/**
 * Complexity as variation: along random segments, or as the energy of the gradient. The metrics are found by the service
 * loader; the rest is theirs alone.
 */
package org.neuralredshift.metrics.variation;
