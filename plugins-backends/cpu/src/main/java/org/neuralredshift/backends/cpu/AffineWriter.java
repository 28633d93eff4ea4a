package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes z = W x + b as a kernel that walks over {@link AffineBlock}s of rows. Where the inputs of a tile outgrow the
 * first-level cache they are cut into slices: all blocks of most rows add one slice before any goes on to the next.
 */
final class AffineWriter {
    /** Inputs of a slice: 32 KiB of a tile. */
    private static final int SLICE = 128;
    /** Rows of the largest block. */
    private static final int MOST_ROWS = 6;
    /** Rows of the blocks that do what is left. */
    private static final int[] FEWER_ROWS = {4, 2, 1};

    private final AffineShape shape;
    private final VectorArithmetic arithmetic;
    private final List<Pass> passes;

    /** Blocks of that kind down the rows that are left, on the inputs from one on. */
    private record Pass(AffineBlock block, int from) {}

    private AffineWriter(AffineShape shape, int lanes) {
        this.shape = shape;
        this.arithmetic = new VectorArithmetic(lanes);
        this.passes = passes(shape);
    }

    /** Blocks of most rows, slice after slice; then what is left, in smaller blocks. */
    private static List<Pass> passes(AffineShape shape) {
        int inputs = shape.fanIn();
        int slices = Math.max(1, (inputs + SLICE / 2) / SLICE);
        List<Pass> passes = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            int from = slice * SLICE;
            boolean last = slice == slices - 1;
            passes.add(
                    new Pass(new AffineBlock(shape, MOST_ROWS, last ? inputs - from : SLICE, slice == 0, last), from));
        }
        for (int rows : FEWER_ROWS) {
            passes.add(new Pass(new AffineBlock(shape, rows, inputs, true, true), 0));
        }
        return passes;
    }

    /** The kernel for vectors of that many lanes. */
    static TileKernel write(AffineShape shape, int lanes) {
        return HiddenKernel.define(new AffineWriter(shape, lanes)::methods);
    }

    private void methods(ClassBuilder kernel, ClassDesc self) {
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, code -> new Run(code, self).write());
        passes.stream()
                .map(Pass::block)
                .distinct()
                .forEach(block -> kernel.withMethodBody(
                        block.name(), AffineBlock.TYPE, ClassFile.ACC_STATIC, code -> block.write(code, arithmetic)));
    }

    /** Local variables: 1 memory, 2 at, 3 rows. */
    private final class Run {
        private final CodeBuilder code;
        private final ClassDesc self;
        private final int row;

        Run(CodeBuilder code, ClassDesc self) {
            this.code = code;
            this.self = self;
            this.row = code.allocateLocal(TypeKind.INT);
        }

        void write() {
            for (Pass pass : passes) {
                if (pass.block().rows() == MOST_ROWS) {
                    code.iconst_0().istore(row);
                }
                write(pass.block(), pass.from());
            }
            code.return_();
        }

        private void write(AffineBlock block, int from) {
            Label top = code.newLabel();
            Label end = code.newLabel();
            code.labelBinding(top).iload(row).loadConstant(block.rows()).iadd();
            code.iload(3).if_icmpgt(end).aload(1);
            at(AffineShape.IN);
            code.loadConstant(from * TILE).iadd();
            at(AffineShape.WEIGHTS);
            code.iload(row).loadConstant(shape.rowStride()).imul().iadd();
            code.loadConstant(from * shape.columnStride()).iadd();
            if (shape.bias()) {
                at(AffineShape.BIAS);
                code.iload(row).iadd();
            } else {
                code.iconst_0();
            }
            at(AffineShape.OUT);
            code.iload(row).loadConstant(TILE).imul().iadd();
            code.invokestatic(self, block.name(), AffineBlock.TYPE);
            code.iinc(row, block.rows()).goto_(top).labelBinding(end);
        }

        private void at(int position) {
            code.aload(2).loadConstant(position).iaload();
        }
    }
}
