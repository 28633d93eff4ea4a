/**
 * The CPU backend. Called by the host only, through the service type.
 *
 * <p>{@code TileProgram} lowers a graph to steps over tiles of sample points, {@code KernelWriter} generates their code,
 * {@code CpuSession} runs them. {@code ScalarMath} defines the elementary functions in float32; {@code VectorMath} gives
 * the same bits on vectors.
 */
package org.neuralredshift.backends.cpu;
