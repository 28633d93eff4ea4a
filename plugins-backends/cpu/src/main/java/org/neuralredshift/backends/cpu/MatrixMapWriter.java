package org.neuralredshift.backends.cpu;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/**
 * Writes element-wise results of matrices as one loop over rows and vectors of columns. Nothing is written out several times:
 * the compiler does that by itself, and a small method is compiled sooner.
 */
final class MatrixMapWriter {
    /** Vectors that a call of a method does. */
    private static final int VECTORS = 32;

    private final MatrixMapShape shape;
    private final Arithmetic arithmetic;
    private final ClassDesc self;

    private MatrixMapWriter(MatrixMapShape shape, int lanes, ClassDesc self) {
        this.shape = shape;
        this.arithmetic = Arithmetic.of(lanes);
        this.self = self;
    }

    /** The kernel for vectors of that many lanes; 1 writes it without the Vector API. */
    static TileKernel write(MatrixMapShape shape, int lanes) {
        return HiddenKernel.define((kernel, self) -> new MatrixMapWriter(shape, lanes, self).write(kernel));
    }

    private void write(ClassBuilder kernel) {
        ExpressionWriter.declare(kernel, self, arithmetic, shape.code());
        int rows = Math.max(1, VECTORS * arithmetic.lanes() / Math.max(1, shape.columns()));
        MatrixElements.writeRun(kernel, self, rows, code -> {});
        kernel.withMethodBody(
                MatrixElements.NAME, MatrixElements.ROWS, ClassFile.ACC_STATIC, code -> new Rows(code).write());
    }

    private final class Rows {
        private final CodeBuilder code;
        private final int row;
        private final int column;
        private final MatrixElements elements;
        private final int results = shape.results().size();
        private final int[] begin = new int[results];
        private final int[] rowBegin = new int[results];

        Rows(CodeBuilder code) {
            this.code = code;
            this.row = code.allocateLocal(TypeKind.INT);
            this.column = code.allocateLocal(TypeKind.INT);
            this.elements = new MatrixElements(code, self, arithmetic, shape.code(), shape.operands(), column);
        }

        void write() {
            for (int result = 0; result < results; result++) {
                begin[result] = MatrixElements.place(code, result);
                rowBegin[result] = code.allocateLocal(TypeKind.INT);
            }
            elements.begin(results);
            MatrixElements.rows(code, row, () -> {
                for (int result = 0; result < results; result++) {
                    MatrixElements.row(code, begin[result], row, shape.results().get(result), rowBegin[result]);
                }
                elements.row(row);
                code.iconst_0().istore(column);
                if (shape.columns() <= arithmetic.lanes()) {
                    vector();
                } else {
                    columns();
                }
            });
            code.return_();
        }

        private void columns() {
            Label next = code.newLabel();
            Label end = code.newLabel();
            code.labelBinding(next).iload(column).loadConstant(shape.columns()).if_icmpge(end);
            vector();
            code.iinc(column, arithmetic.lanes()).goto_(next).labelBinding(end);
        }

        private void vector() {
            elements.compute(0);
            for (int result = 0; result < results; result++) {
                arithmetic.store(
                        code, elements.result(result), MatrixElements::memory, elements.index(rowBegin[result], 0));
            }
        }
    }
}
