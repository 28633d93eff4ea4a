package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.neuralredshift.backends.cpu.HiddenKernel.FLOATS;
import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.neuralredshift.backends.cpu.Arithmetic.Value;

/**
 * Some rows of z = W x + b over a slice of the inputs, as one method: the sums of a group of columns stay in registers
 * while it walks along the inputs, so each weight is loaded once per group and each input once per block.
 *
 * <p>Six rows of four vectors are 24 sums of 32 registers, of two vectors 12 of 16: more than enough to hide the latency of
 * fma. Literal strides let the compiler drop the
 * range checks. Only the Vector API is called, so that the compiler inlines all of it.
 *
 * @param shape of the whole product
 * @param rows computed together
 * @param inputs of the slice
 * @param first whether the sums start here, with the bias; else they go on from what is stored
 * @param last whether the sums end here
 */
record AffineBlock(AffineShape shape, int rows, int inputs, boolean first, boolean last) {
    /** memory, in, weights, bias, out. */
    static final MethodTypeDesc TYPE = MethodTypeDesc.of(CD_void, FLOATS, CD_int, CD_int, CD_int, CD_int);

    /** The method of this block. */
    String name() {
        return "rows" + rows + "inputs" + inputs + (first ? "first" : "") + (last ? "last" : "");
    }

    /** Writes the method for vectors of that many lanes. */
    void write(CodeBuilder code, VectorArithmetic arithmetic) {
        new Writer(code, arithmetic).write();
    }

    /** Local variables: 0 memory, 1 in, 2 weights, 3 bias, 4 out, then those allocated here. */
    private final class Writer {
        private final CodeBuilder code;
        private final VectorArithmetic arithmetic;
        private final int lanes;
        private final int vectors;
        /** Independent sums per row and vector: two for a row alone, else one. */
        private final int chains;

        private final int half;
        private final int k;
        private final int address;
        private final int weight;
        private final int firstInput;
        private final int firstSum;

        Writer(CodeBuilder code, VectorArithmetic arithmetic) {
            this.code = code;
            this.arithmetic = arithmetic;
            this.lanes = arithmetic.lanes();
            this.vectors = arithmetic.group();
            this.chains = rows == 1 ? 2 : 1;
            this.half = rows == 1 ? inputs / 2 : inputs;
            this.k = code.allocateLocal(TypeKind.INT);
            this.address = code.allocateLocal(TypeKind.INT);
            this.weight = code.allocateLocal(TypeKind.REFERENCE);
            this.firstInput = Locals.allocate(code, vectors);
            this.firstSum = Locals.allocate(code, chains * rows * vectors);
        }

        void write() {
            for (int column = 0; column < TILE; column += vectors * lanes) {
                if (first) {
                    start();
                } else {
                    resume(column);
                }
                loop(column);
                if (chains == 2 && inputs % 2 == 1) {
                    code.loadConstant(half).istore(k);
                    multiply(column, 1);
                }
                finish(column);
            }
            code.return_();
        }

        private int sum(int chain, int row, int vector) {
            return firstSum + (chain * rows + row) * vectors + vector;
        }

        private void start() {
            for (int chain = 0; chain < chains; chain++) {
                for (int row = 0; row < rows; row++) {
                    if (chain == 0 && shape.bias()) {
                        int number = row;
                        arithmetic.broadcast(
                                code,
                                bias -> bias.aload(0)
                                        .iload(3)
                                        .loadConstant(number)
                                        .iadd()
                                        .faload());
                    } else {
                        arithmetic.constant(code, 0f);
                    }
                    code.astore(weight);
                    for (int vector = 0; vector < vectors; vector++) {
                        code.aload(weight).astore(sum(chain, row, vector));
                    }
                }
            }
        }

        /** Slices are for blocks of one chain. */
        private void resume(int column) {
            for (int row = 0; row < rows; row++) {
                for (int vector = 0; vector < vectors; vector++) {
                    arithmetic.load(code, Writer::memory, result(row, vector, column));
                    code.astore(sum(0, row, vector));
                }
            }
        }

        private Value result(int row, int vector, int column) {
            int offset = row * TILE + column + vector * lanes;
            return index -> index.iload(4).loadConstant(offset).iadd();
        }

        private void loop(int column) {
            Label top = code.newLabel();
            Label end = code.newLabel();
            code.iconst_0().istore(k);
            code.labelBinding(top).iload(k).loadConstant(half).if_icmpge(end);
            for (int chain = 0; chain < chains; chain++) {
                multiply(column, chain);
            }
            code.iinc(k, 1).goto_(top).labelBinding(end);
        }

        /** Adds the products of input k + chain * half. */
        private void multiply(int column, int chain) {
            code.iload(1).iload(k).loadConstant(TILE).imul().iadd().istore(address);
            for (int vector = 0; vector < vectors; vector++) {
                int offset = chain * half * TILE + column + vector * lanes;
                arithmetic.load(
                        code,
                        Writer::memory,
                        index -> index.iload(address).loadConstant(offset).iadd());
                code.astore(firstInput + vector);
            }
            for (int row = 0; row < rows; row++) {
                int offset = row * shape.rowStride() + chain * half * shape.columnStride();
                arithmetic.broadcast(code, number -> {
                    number.aload(0).iload(2).iload(k);
                    if (shape.columnStride() != 1) {
                        number.loadConstant(shape.columnStride()).imul();
                    }
                    number.iadd().loadConstant(offset).iadd().faload();
                });
                code.astore(weight);
                for (int vector = 0; vector < vectors; vector++) {
                    int sum = sum(chain, row, vector);
                    arithmetic.apply(
                            code,
                            Operation.FMA,
                            List.of(Locals.value(weight), Locals.value(firstInput + vector), Locals.value(sum)));
                    code.astore(sum);
                }
            }
        }

        private void finish(int column) {
            for (int row = 0; row < rows; row++) {
                for (int vector = 0; vector < vectors; vector++) {
                    int sum = sum(0, row, vector);
                    if (chains == 2) {
                        arithmetic.apply(
                                code, Operation.ADD, List.of(Locals.value(sum), Locals.value(sum(1, row, vector))));
                        code.astore(sum);
                    }
                    if (last && shape.rectified()) {
                        arithmetic.rectify(code, sum);
                    }
                    arithmetic.store(code, Locals.value(sum), Writer::memory, result(row, vector, column));
                }
            }
        }

        private static void memory(CodeBuilder code) {
            code.aload(0);
        }
    }
}
