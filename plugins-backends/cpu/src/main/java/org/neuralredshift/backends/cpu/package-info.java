/**
 * The CPU backend. Called by the host only, through the service type.
 *
 * <p>{@code Fusion} rewrites a graph to fewer passes, {@code Lowering} makes a {@code TileProgram} of it, {@code
 * AffineWriter}, {@code MapWriter} and {@code ReduceWriter} generate the code of its steps, {@code CpuSession} runs them. {@code ElementaryFunctions} defines the elementary functions in
 * float32 as lists of operations; {@code ScalarArithmetic} and {@code VectorArithmetic} write the same list for single
 * numbers and for vectors.
 */
package org.neuralredshift.backends.cpu;
