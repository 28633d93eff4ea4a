package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Writes reductions of element-wise values of matrices, in the order that {@link MatrixReduceShape} states. */
final class MatrixReduceWriter {
    /** Vectors that a call of a method does. */
    private static final int VECTORS = 32;

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
        boolean alongRows = shape.axis() == 1;
        int rows = alongRows ? Math.max(1, VECTORS * arithmetic.lanes() / Math.max(1, shape.columns())) : VECTORS;
        MatrixElements.writeRun(kernel, self, rows, alongRows ? code -> {} : this::begin);
        kernel.withMethodBody(
                MatrixElements.NAME,
                MatrixElements.ROWS,
                ClassFile.ACC_STATIC,
                code -> (alongRows
                                ? new RowReduction(code, self, arithmetic, shape)
                                : new ColumnReduction(code, self, arithmetic, shape))
                        .write());
    }

    /** Lets all columns of the result begin. */
    private void begin(CodeBuilder code) {
        MethodTypeDesc fill = MethodTypeDesc.of(CD_void, HiddenKernel.FLOATS, CD_int, CD_int, CD_float);
        int lanes = arithmetic.lanes();
        int columns = (shape.columns() + lanes - 1) / lanes * lanes;
        code.aload(1).aload(2).iconst_0().iaload();
        code.aload(2).iconst_0().iaload().loadConstant(columns).iadd();
        code.loadConstant(Reducing.identity(shape.reduction()));
        code.invokestatic(ClassDesc.of("java.util.Arrays"), "fill", fill);
    }
}
