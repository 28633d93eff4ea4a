package org.neuralredshift.backends.cpu;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;

/** Writes reductions of element-wise values of matrices, in the order that {@link MatrixReduceShape} states. */
final class MatrixReduceWriter {
    private final MatrixReduceShape shape;
    private final Arithmetic arithmetic;
    private final ClassDesc self;

    private MatrixReduceWriter(MatrixReduceShape shape, int lanes, ClassDesc self) {
        this.shape = shape;
        this.arithmetic = Arithmetic.of(lanes);
        this.self = self;
    }

    /** The kernel for vectors of that many lanes; 1 writes it without the Vector API. */
    static TileKernel write(MatrixReduceShape shape, int lanes) {
        return HiddenKernel.define((kernel, self) -> new MatrixReduceWriter(shape, lanes, self).write(kernel));
    }

    private void write(ClassBuilder kernel) {
        ExpressionWriter.declare(kernel, self, arithmetic, shape.before());
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, code -> {
            if (shape.axis() == 0) {
                new ColumnReduction(code, self, arithmetic, shape).write();
            } else {
                new RowReduction(code, self, arithmetic, shape).write();
            }
        });
    }
}
