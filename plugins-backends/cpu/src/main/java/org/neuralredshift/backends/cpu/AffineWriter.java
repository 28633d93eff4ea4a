package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.neuralredshift.backends.cpu.HiddenKernel.FLOATS;
import static org.neuralredshift.backends.cpu.HiddenKernel.VECTOR;
import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Writes z = W x + b as register blocks on vectors: a block of four rows keeps the sums of a group of columns in
 * registers while it walks along the inputs, so each weight is loaded once per group and each input once per block.
 *
 * <p>Four rows of four vectors are 16 sums: enough to hide the latency of fma, few enough that the compiler inlines every
 * operation of the block. Literal strides let it drop the range checks.
 */
final class AffineWriter {
    private static final ClassDesc LANES = ClassDesc.of(Lanes.class.getName());
    private static final MethodTypeDesc LOAD = MethodTypeDesc.of(VECTOR, FLOATS, CD_int);
    private static final MethodTypeDesc STORE = MethodTypeDesc.of(CD_void, VECTOR, FLOATS, CD_int);
    private static final MethodTypeDesc BROADCAST = MethodTypeDesc.of(VECTOR, CD_float);
    private static final MethodTypeDesc ADD = MethodTypeDesc.of(VECTOR, VECTOR, VECTOR);
    private static final MethodTypeDesc RECTIFY = MethodTypeDesc.of(VECTOR, VECTOR);
    private static final MethodTypeDesc FMA = MethodTypeDesc.of(VECTOR, VECTOR, VECTOR, VECTOR);
    /** memory, in, weights, bias, out. */
    private static final MethodTypeDesc BLOCK = MethodTypeDesc.of(CD_void, FLOATS, CD_int, CD_int, CD_int, CD_int);

    private final AffineShape shape;
    private final int lanes;
    private final int vectors;

    private AffineWriter(AffineShape shape, int lanes) {
        this.shape = shape;
        this.lanes = lanes;
        this.vectors = lanes >= 16 ? 4 : 2;
    }

    /** The kernel for vectors of that many lanes. */
    static TileKernel write(AffineShape shape, int lanes) {
        return HiddenKernel.define(new AffineWriter(shape, lanes)::methods);
    }

    private void methods(ClassBuilder kernel, ClassDesc self) {
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, code -> run(code, self));
        for (int rows : shape.blocks()) {
            kernel.withMethodBody("block" + rows, BLOCK, ClassFile.ACC_STATIC, code -> new Block(code, rows).write());
        }
    }

    /** Blocks of most rows, then of two, then of one. */
    private void run(CodeBuilder code, ClassDesc self) {
        int row = 4;
        code.iconst_0().istore(row);
        for (int rows : shape.blocks()) {
            Label top = code.newLabel();
            Label end = code.newLabel();
            code.labelBinding(top).iload(row).loadConstant(rows).iadd().iload(3).if_icmpgt(end);
            code.aload(1);
            at(code, AffineShape.IN);
            at(code, AffineShape.WEIGHTS);
            code.iload(row).loadConstant(shape.rowStride()).imul().iadd();
            if (shape.bias()) {
                at(code, AffineShape.BIAS);
                code.iload(row).iadd();
            } else {
                code.iconst_0();
            }
            at(code, AffineShape.OUT);
            code.iload(row).loadConstant(TILE).imul().iadd();
            code.invokestatic(self, "block" + rows, BLOCK)
                    .iinc(row, rows)
                    .goto_(top)
                    .labelBinding(end);
        }
        code.return_();
    }

    private static void at(CodeBuilder code, int position) {
        code.aload(2).loadConstant(position).iaload();
    }

    /** One block method; local variables: 0 memory, 1 in, 2 weights, 3 bias, 4 out, 5 k, 6 address, then vectors. */
    private final class Block {
        private final CodeBuilder code;
        private final int rows;
        /** Independent sums per row and vector: two for a row alone, else one. */
        private final int chains;

        private final int half;

        Block(CodeBuilder code, int rows) {
            this.code = code;
            this.rows = rows;
            this.chains = rows == 1 ? 2 : 1;
            this.half = rows == 1 ? shape.fanIn() / 2 : shape.fanIn();
        }

        void write() {
            for (int column = 0; column < TILE; column += vectors * lanes) {
                start();
                loop(column);
                if (chains == 2 && shape.fanIn() % 2 == 1) {
                    code.loadConstant(half).istore(5);
                    multiply(column, 1);
                }
                finish(column);
            }
            code.return_();
        }

        private int sum(int chain, int row, int vector) {
            return 7 + (chain * rows + row) * vectors + vector;
        }

        private int input(int vector) {
            return 7 + chains * rows * vectors + vector;
        }

        private int weight() {
            return input(vectors);
        }

        private void start() {
            for (int chain = 0; chain < chains; chain++) {
                for (int row = 0; row < rows; row++) {
                    if (chain == 0 && shape.bias()) {
                        code.aload(0).iload(3).loadConstant(row).iadd().faload();
                    } else {
                        code.fconst_0();
                    }
                    code.invokestatic(LANES, "broadcast", BROADCAST).astore(weight());
                    for (int vector = 0; vector < vectors; vector++) {
                        code.aload(weight()).astore(sum(chain, row, vector));
                    }
                }
            }
        }

        private void loop(int column) {
            Label top = code.newLabel();
            Label end = code.newLabel();
            code.iconst_0().istore(5);
            code.labelBinding(top).iload(5).loadConstant(half).if_icmpge(end);
            for (int chain = 0; chain < chains; chain++) {
                multiply(column, chain);
            }
            code.iinc(5, 1).goto_(top).labelBinding(end);
        }

        /** Adds the products of input k + chain * half. */
        private void multiply(int column, int chain) {
            code.iload(1).iload(5).loadConstant(TILE).imul().iadd().istore(6);
            for (int vector = 0; vector < vectors; vector++) {
                code.aload(0)
                        .iload(6)
                        .loadConstant(chain * half * TILE + column + vector * lanes)
                        .iadd();
                code.invokestatic(LANES, "load", LOAD).astore(input(vector));
            }
            for (int row = 0; row < rows; row++) {
                code.aload(0).iload(2).iload(5);
                if (shape.columnStride() != 1) {
                    code.loadConstant(shape.columnStride()).imul();
                }
                code.iadd();
                code.loadConstant(row * shape.rowStride() + chain * half * shape.columnStride())
                        .iadd()
                        .faload();
                code.invokestatic(LANES, "broadcast", BROADCAST).astore(weight());
                for (int vector = 0; vector < vectors; vector++) {
                    code.aload(weight()).aload(input(vector)).aload(sum(chain, row, vector));
                    code.invokestatic(LANES, "fma", FMA).astore(sum(chain, row, vector));
                }
            }
        }

        private void finish(int column) {
            for (int row = 0; row < rows; row++) {
                for (int vector = 0; vector < vectors; vector++) {
                    code.aload(sum(0, row, vector));
                    if (chains == 2) {
                        code.aload(sum(1, row, vector)).invokestatic(LANES, "add", ADD);
                    }
                    if (shape.rectified()) {
                        code.invokestatic(LANES, "rectify", RECTIFY);
                    }
                    code.aload(0)
                            .iload(4)
                            .loadConstant(row * TILE + column + vector * lanes)
                            .iadd();
                    code.invokestatic(LANES, "store", STORE);
                }
            }
        }
    }
}
