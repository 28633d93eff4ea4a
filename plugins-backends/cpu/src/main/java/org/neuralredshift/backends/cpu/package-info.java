/**
 * The CPU backend. Called by the host only, through the service type.
 *
 * <p>{@code TileProgram} lowers a graph to steps over tiles of sample points, {@code AffineWriter} and {@code MapWriter}
 * generate their code, {@code CpuSession} runs them. {@code ElementaryFunctions} defines the elementary functions in
 * float32 as lists of operations; {@code ScalarArithmetic} and {@code VectorArithmetic} write the same list for single
 * numbers and for vectors.
 */
package org.neuralredshift.backends.cpu;
