package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.neuralredshift.backends.cpu.HiddenKernel.FLOATS;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.neuralredshift.backends.cpu.Arithmetic.Value;
import org.neuralredshift.backends.cpu.ProductShape.Start;

/**
 * Some rows and vectors of columns of a row-major product over a slice of the inner extent, as one method: the sums stay in
 * registers while it walks down the right operand, of which each vector is loaded once per block, and along the left
 * operand, of which each number is spread over a vector once per block. Literal strides let the compiler drop the range
 * checks.
 *
 * @param shape of the whole product
 * @param rows computed together
 * @param vectors of columns computed together
 * @param start what the sums begin with
 */
record ProductBlock(ProductShape shape, int rows, int vectors, Start start) {
    /** memory, left, right, bias, out, products of each sum. */
    static final MethodTypeDesc TYPE = MethodTypeDesc.of(CD_void, FLOATS, CD_int, CD_int, CD_int, CD_int, CD_int);

    private static final int MEMORY = 0;
    private static final int LEFT = 1;
    private static final int RIGHT = 2;
    private static final int BIAS = 3;
    private static final int OUT = 4;
    private static final int INNER = 5;
    /** Up to so many products are written out, without a loop. */
    private static final int UNROLLED = 4;

    /** The method of this block. */
    String name() {
        return "rows" + rows + "vectors" + vectors + start;
    }

    /** Writes the method for vectors of that many lanes. */
    void write(CodeBuilder code, VectorArithmetic arithmetic) {
        new Writer(code, arithmetic).write();
    }

    private final class Writer {
        private final CodeBuilder code;
        private final VectorArithmetic arithmetic;
        private final int lanes;
        private final int k;
        private final int left;
        private final int right;
        private final int number;
        private final int firstVector;
        private final int firstSum;

        Writer(CodeBuilder code, VectorArithmetic arithmetic) {
            this.code = code;
            this.arithmetic = arithmetic;
            this.lanes = arithmetic.lanes();
            this.k = code.allocateLocal(TypeKind.INT);
            this.left = code.allocateLocal(TypeKind.INT);
            this.right = code.allocateLocal(TypeKind.INT);
            this.number = code.allocateLocal(TypeKind.REFERENCE);
            this.firstVector = Locals.allocate(code, vectors);
            this.firstSum = Locals.allocate(code, rows * vectors);
        }

        void write() {
            start();
            if (shape.inner() <= UNROLLED) {
                for (int i = 0; i < shape.inner(); i++) {
                    code.loadConstant(i).istore(k);
                    multiply();
                }
            } else {
                loop();
            }
            for (int row = 0; row < rows; row++) {
                for (int vector = 0; vector < vectors; vector++) {
                    arithmetic.store(code, Locals.value(sum(row, vector)), Writer::memory, result(row, vector));
                }
            }
            code.return_();
        }

        private int sum(int row, int vector) {
            return firstSum + row * vectors + vector;
        }

        private void start() {
            for (int row = 0; row < rows; row++) {
                for (int vector = 0; vector < vectors; vector++) {
                    switch (start) {
                        case ZERO -> arithmetic.constant(code, 0f);
                        case BIAS -> arithmetic.load(code, Writer::memory, place(BIAS, vector * lanes));
                        case RESULT -> arithmetic.load(code, Writer::memory, result(row, vector));
                    }
                    code.astore(sum(row, vector));
                }
            }
        }

        private Value result(int row, int vector) {
            return place(OUT, row * shape.resultRow() + vector * lanes);
        }

        private static Value place(int variable, int offset) {
            return index -> index.iload(variable).loadConstant(offset).iadd();
        }

        private void loop() {
            Label top = code.newLabel();
            Label end = code.newLabel();
            code.iconst_0().istore(k);
            code.labelBinding(top).iload(k).iload(INNER).if_icmpge(end);
            multiply();
            code.iinc(k, 1).goto_(top).labelBinding(end);
        }

        /** Adds the products of inner element k. */
        private void multiply() {
            advance(LEFT, shape.left().column(), left);
            advance(RIGHT, shape.rightRow(), right);
            for (int vector = 0; vector < vectors; vector++) {
                arithmetic.load(code, Writer::memory, place(right, vector * lanes));
                code.astore(firstVector + vector);
            }
            for (int row = 0; row < rows; row++) {
                Value element = place(left, row * shape.left().row());
                arithmetic.broadcast(code, value -> {
                    element.push(value.aload(MEMORY));
                    value.faload();
                });
                code.astore(number);
                for (int vector = 0; vector < vectors; vector++) {
                    int sum = sum(row, vector);
                    arithmetic.apply(
                            code,
                            Operation.FMA,
                            List.of(Locals.value(number), Locals.value(firstVector + vector), Locals.value(sum)));
                    code.astore(sum);
                }
            }
        }

        private void advance(int from, int stride, int to) {
            code.iload(from).iload(k).loadConstant(stride).imul().iadd().istore(to);
        }

        private static void memory(CodeBuilder code) {
            code.aload(MEMORY);
        }
    }
}
