/** Tensor programs: what layers build and backends compile. Depends on {@code expression} only. */
package org.neuralredshift.api.graph;
