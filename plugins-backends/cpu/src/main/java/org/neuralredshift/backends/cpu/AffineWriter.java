package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.neuralredshift.backends.cpu.HiddenKernel.FLOATS;
import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Writes z = W x + b as register blocks on vectors: a block of several rows keeps the sums of a group of columns in
 * registers while it walks along the inputs, so each weight is loaded once per group and each input once per block.
 *
 * <p>Four rows of four vectors are 16 sums: enough to hide the latency of fma. Literal strides let the compiler drop the
 * range checks. Only the Vector API is called, so that the compiler inlines all of it.
 */
final class AffineWriter {
    /** memory, in, weights, bias, out. */
    private static final MethodTypeDesc BLOCK = MethodTypeDesc.of(CD_void, FLOATS, CD_int, CD_int, CD_int, CD_int);

    private final AffineShape shape;
    private final VectorArithmetic arithmetic;
    private final int lanes;
    private final int vectors;

    private AffineWriter(AffineShape shape, int lanes) {
        this.shape = shape;
        this.arithmetic = new VectorArithmetic(lanes);
        this.lanes = lanes;
        this.vectors = arithmetic.group();
    }

    /** The kernel for vectors of that many lanes. */
    static TileKernel write(AffineShape shape, int lanes) {
        return HiddenKernel.define(new AffineWriter(shape, lanes)::methods);
    }

    private void methods(ClassBuilder kernel, ClassDesc self) {
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, code -> run(code, self));
        for (int rows : AffineShape.blocks()) {
            kernel.withMethodBody("block" + rows, BLOCK, ClassFile.ACC_STATIC, code -> new Block(code, rows).write());
        }
    }

    /** Blocks of most rows, then of two, then of one. */
    private void run(CodeBuilder code, ClassDesc self) {
        int row = 4;
        code.iconst_0().istore(row);
        for (int rows : AffineShape.blocks()) {
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

    /** One block method; local variables: 0 memory, 1 in, 2 weights, 3 bias, 4 out, then those allocated here. */
    private final class Block {
        private final CodeBuilder code;
        private final int rows;
        /** Independent sums per row and vector: two for a row alone, else one. */
        private final int chains;

        private final int half;
        private final int k;
        private final int address;
        private final int weight;
        private final int firstInput;
        private final int firstSum;

        Block(CodeBuilder code, int rows) {
            this.code = code;
            this.rows = rows;
            this.chains = rows == 1 ? 2 : 1;
            this.half = rows == 1 ? shape.fanIn() / 2 : shape.fanIn();
            this.k = code.allocateLocal(TypeKind.INT);
            this.address = code.allocateLocal(TypeKind.INT);
            this.weight = code.allocateLocal(TypeKind.REFERENCE);
            this.firstInput = Locals.allocate(code, vectors);
            this.firstSum = Locals.allocate(code, chains * rows * vectors);
        }

        void write() {
            for (int column = 0; column < TILE; column += vectors * lanes) {
                start();
                loop(column);
                if (chains == 2 && shape.fanIn() % 2 == 1) {
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
                        Block::memory,
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
                    if (shape.rectified()) {
                        arithmetic.rectify(code, sum);
                    }
                    int offset = row * TILE + column + vector * lanes;
                    arithmetic.store(
                            code,
                            Locals.value(sum),
                            Block::memory,
                            index -> index.iload(4).loadConstant(offset).iadd());
                }
            }
        }

        private static void memory(CodeBuilder code) {
            code.aload(0);
        }
    }
}
