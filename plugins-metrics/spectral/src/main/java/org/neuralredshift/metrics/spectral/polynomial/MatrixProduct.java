package org.neuralredshift.metrics.spectral.polynomial;

import org.neuralredshift.metrics.spectral.VectorModule;

/**
 * Products of small matrices, row-major. Every implementation adds up with fma from 0 in the order of the inner index, so
 * the bits are the same.
 */
interface MatrixProduct {
    /** The fastest that this machine has. */
    static MatrixProduct best() {
        return VectorModule.isReadable() ? new VectorProduct() : new ScalarProduct();
    }

    /**
     * out = left · right.
     *
     * @param left {@code [rows, inner]}
     * @param right {@code [inner, columns]}
     * @param out {@code [rows, columns]}, overwritten
     */
    void multiply(float[] left, float[] right, float[] out, int rows, int inner, int columns);
}
