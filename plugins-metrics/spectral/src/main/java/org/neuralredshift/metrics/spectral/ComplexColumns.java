package org.neuralredshift.metrics.spectral;

/**
 * Complex numbers in two planes, {@code [length, lanes]} row-major: one signal per lane.
 *
 * @param real the real parts
 * @param imaginary the imaginary parts
 */
record ComplexColumns(float[] real, float[] imaginary) {
    /** Room for {@code length} rows of {@code lanes} numbers, all zero. */
    static ComplexColumns of(int length, int lanes) {
        int size = Math.multiplyExact(length, lanes);
        return new ComplexColumns(new float[size], new float[size]);
    }
}
