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
    private static final int ROWS = 3;
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
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, code -> new Run(code).write());
    }

    private final class Run {
        private final CodeBuilder code;
        private final int row;
        private final int column;
        private final MatrixElements elements;
        private final int results = shape.results().size();
        private final int[] begin = new int[results];
        private final int[] rowBegin = new int[results];

        Run(CodeBuilder code) {
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
            Label nextRow = code.newLabel();
            Label end = code.newLabel();
            code.iconst_0().istore(row).labelBinding(nextRow);
            code.iload(row).iload(ROWS).if_icmpge(end);
            for (int result = 0; result < results; result++) {
                MatrixElements.row(code, begin[result], row, shape.results().get(result), rowBegin[result]);
            }
            elements.row(row);
            row();
            code.iinc(row, 1).goto_(nextRow).labelBinding(end).return_();
        }

        private void row() {
            int lanes = arithmetic.lanes();
            Label next = code.newLabel();
            Label end = code.newLabel();
            code.iconst_0().istore(column).labelBinding(next);
            code.iload(column).loadConstant(shape.columns()).if_icmpge(end);
            elements.compute(0);
            for (int result = 0; result < results; result++) {
                arithmetic.store(
                        code, elements.result(result), MatrixElements::memory, elements.index(rowBegin[result], 0));
            }
            code.iinc(column, lanes).goto_(next).labelBinding(end);
        }
    }
}
