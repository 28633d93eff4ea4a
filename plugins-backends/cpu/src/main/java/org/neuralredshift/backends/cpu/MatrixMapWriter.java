package org.neuralredshift.backends.cpu;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/**
 * Writes element-wise results of matrices as one loop. Short rows are written out, so that the compiler sees one loop over the
 * rows; long ones take several vectors per step.
 */
final class MatrixMapWriter {
    private static final int ROWS = 3;
    /** Instructions that may be written out at once: more than that, and the compiler gives up or runs out of registers. */
    private static final int MOST_INSTRUCTIONS = 96;
    /** Vectors of a step along a row. */
    private static final int MOST_VECTORS = 4;

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
            int vectors = (shape.columns() + lanes - 1) / lanes;
            int most = Math.clamp(MOST_INSTRUCTIONS / Math.max(1, elements.size()), 1, 2 * MOST_VECTORS);
            code.iconst_0().istore(column);
            if (vectors <= most) {
                vectors(vectors);
                return;
            }
            int step = Math.min(most, MOST_VECTORS);
            Label next = code.newLabel();
            Label end = code.newLabel();
            code.labelBinding(next)
                    .iload(column)
                    .loadConstant(vectors / step * step * lanes)
                    .if_icmpge(end);
            vectors(step);
            code.iinc(column, step * lanes).goto_(next).labelBinding(end);
            vectors(vectors % step);
        }

        private void vectors(int count) {
            for (int vector = 0; vector < count; vector++) {
                int further = vector * arithmetic.lanes();
                elements.compute(further);
                for (int result = 0; result < results; result++) {
                    arithmetic.store(
                            code,
                            elements.result(result),
                            MatrixElements::memory,
                            elements.index(rowBegin[result], further));
                }
            }
        }
    }
}
