package org.neuralredshift.backends.cpu;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.backends.cpu.ProductShape.Start;

/**
 * Writes a row-major product as a kernel that walks over {@link ProductBlock}s: group of columns after group, in each slice
 * of the inner extent after slice, in each block of rows after block. So a slice of the right operand stays in the
 * first-level cache while all rows pass by. Groups, slices and blocks are as equal as can be: none is a small remainder.
 */
final class ProductWriter {
    /** Inner elements of a slice at most: 32 KiB of a group of the right operand. */
    private static final int SLICE = 128;

    /** Passes of one method at most: the JVM takes no method of 64 KiB, and compiles none of more than 8,000 bytes. */
    private static final int TOGETHER = 10;

    private static final int MEMORY = 1;
    private static final int AT = 2;
    private static final int ROWS = 3;

    private final ProductShape shape;
    private final VectorArithmetic arithmetic;
    private final List<Pass> passes;

    /** All rows of some columns, on the slice of the inner extent that begins there. */
    private record Pass(int vectors, int column, int from, int inner, Start start) {}

    private ProductWriter(ProductShape shape, int lanes) {
        this.shape = shape;
        this.arithmetic = new VectorArithmetic(lanes);
        this.passes = passes();
    }

    /** The kernel for vectors of that many lanes. */
    static TileKernel write(ProductShape shape, int lanes) {
        return HiddenKernel.define(new ProductWriter(shape, lanes)::methods);
    }

    private List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        int lanes = arithmetic.lanes();
        int column = 0;
        for (int vectors : parts((shape.columns() + lanes - 1) / lanes, arithmetic.group())) {
            int from = 0;
            for (int inner : shape.inner() == 0 ? new int[1] : parts(shape.inner(), SLICE)) {
                passes.add(new Pass(vectors, column, from, inner, from == 0 ? shape.start() : Start.RESULT));
                from += inner;
            }
            column += vectors * lanes;
        }
        return passes;
    }

    /** A whole in as few parts as there must be, none greater than the most, the greater ones first. */
    private static int[] parts(int whole, int most) {
        int count = (whole + most - 1) / most;
        int[] parts = new int[count];
        for (int i = 0; i < count; i++) {
            parts[i] = whole / count + (i < whole % count ? 1 : 0);
        }
        return parts;
    }

    private void methods(ClassBuilder kernel, ClassDesc self) {
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, code -> {
            for (int first = 0; first < passes.size(); first += TOGETHER) {
                code.aload(0).aload(MEMORY).aload(AT).iload(ROWS);
                code.invokevirtual(self, "passesFrom" + first, HiddenKernel.RUN);
            }
            code.return_();
        });
        for (int first = 0; first < passes.size(); first += TOGETHER) {
            List<Pass> some = passes.subList(first, Math.min(first + TOGETHER, passes.size()));
            kernel.withMethodBody(
                    "passesFrom" + first,
                    HiddenKernel.RUN,
                    ClassFile.ACC_FINAL,
                    code -> new Run(code, self).write(some));
        }
        passes.stream()
                .flatMap(pass -> blocks(pass).stream())
                .distinct()
                .forEach(block -> kernel.withMethodBody(
                        block.name(), ProductBlock.TYPE, ClassFile.ACC_STATIC, code -> block.write(code, arithmetic)));
    }

    /** Blocks of one row, of two, and so on. */
    private List<ProductBlock> blocks(Pass pass) {
        List<ProductBlock> blocks = new ArrayList<>();
        for (int rows = 1; rows <= arithmetic.rows(pass.vectors()); rows++) {
            blocks.add(new ProductBlock(shape, rows, pass.vectors(), pass.start()));
        }
        return blocks;
    }

    private final class Run {
        private final CodeBuilder code;
        private final ClassDesc self;
        /** Where the next block begins. */
        private final int row;
        /** Rows that are left. */
        private final int left;
        /** Rows of the next block. */
        private final int next;

        Run(CodeBuilder code, ClassDesc self) {
            this.code = code;
            this.self = self;
            this.row = code.allocateLocal(TypeKind.INT);
            this.left = code.allocateLocal(TypeKind.INT);
            this.next = code.allocateLocal(TypeKind.INT);
        }

        void write(List<Pass> some) {
            some.forEach(this::write);
            code.return_();
        }

        /** Shares what is left among as few blocks as there must be. */
        private void write(Pass pass) {
            List<ProductBlock> blocks = blocks(pass);
            Label top = code.newLabel();
            Label end = code.newLabel();
            Label done = code.newLabel();
            code.iconst_0().istore(row).iload(ROWS).istore(left);
            code.labelBinding(top).iload(left).ifle(end);
            code.iload(left).iload(left).loadConstant(blocks.size() - 1).iadd();
            code.loadConstant(blocks.size()).idiv().istore(next);
            code.iload(next).iadd().iconst_1().isub().iload(next).idiv().istore(next);
            List<SwitchCase> cases = blocks.stream()
                    .map(block -> SwitchCase.of(block.rows(), code.newLabel()))
                    .toList();
            code.iload(next).tableswitch(1, blocks.size(), done, cases);
            for (int i = 0; i < blocks.size(); i++) {
                code.labelBinding(cases.get(i).target());
                call(pass, blocks.get(i));
                code.goto_(done);
            }
            code.labelBinding(done);
            code.iload(row).iload(next).iadd().istore(row);
            code.iload(left).iload(next).isub().istore(left);
            code.goto_(top).labelBinding(end);
        }

        private void call(Pass pass, ProductBlock block) {
            code.aload(MEMORY);
            place(
                    ProductShape.LEFT,
                    shape.left().row(),
                    pass.from() * shape.left().column());
            place(ProductShape.RIGHT, 0, pass.from() * shape.rightRow() + pass.column());
            if (pass.start() == Start.BIAS) {
                place(ProductShape.BIAS, 0, pass.column());
            } else {
                code.iconst_0();
            }
            place(ProductShape.OUT, shape.resultRow(), pass.column());
            code.loadConstant(pass.inner());
            code.invokestatic(self, block.name(), ProductBlock.TYPE);
        }

        private void place(int position, int perRow, int offset) {
            code.aload(AT).loadConstant(position).iaload();
            code.iload(row).loadConstant(perRow).imul().iadd();
            code.loadConstant(offset).iadd();
        }
    }
}
