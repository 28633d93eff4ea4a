package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.List;
import org.neuralredshift.api.graph.Tensor.Reduction;
import org.neuralredshift.backends.cpu.Arithmetic.Value;

/**
 * Writes a reduction over the rows of a tile as one walk down its columns: the results of several vectors of points stay
 * in registers, as independent chains. Rows are taken in order, so vectors and single numbers give the same bits.
 *
 * <p>Positions in {@code at}: 0 the result, then the operands, then the other operands of what follows.
 */
final class ReduceWriter {
    private static final int MEMORY = 1;
    private static final int AT = 2;
    private static final int ROWS = 3;
    /** Independent chains. */
    private static final int VECTORS = 4;

    private final ReduceShape shape;
    private final Arithmetic arithmetic;
    private final ClassDesc self;

    private ReduceWriter(ReduceShape shape, int lanes, ClassDesc self) {
        this.shape = shape;
        this.arithmetic = Arithmetic.of(lanes);
        this.self = self;
    }

    /** The kernel for vectors of that many lanes; 1 writes it without the Vector API. */
    static TileKernel write(ReduceShape shape, int lanes) {
        return HiddenKernel.define((kernel, self) -> new ReduceWriter(shape, lanes, self).write(kernel));
    }

    private void write(ClassBuilder kernel) {
        ExpressionWriter.declare(kernel, self, arithmetic, shape.before(), shape.after());
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, code -> new Run(code).write());
    }

    /** The method under construction. */
    private final class Run {
        private final CodeBuilder code;
        private final int row;
        private final int column;
        private final int[] positions =
                new int[1 + shape.operands().size() + shape.others().size()];
        private final int[] results = new int[VECTORS];

        Run(CodeBuilder code) {
            this.code = code;
            this.row = code.allocateLocal(TypeKind.INT);
            this.column = code.allocateLocal(TypeKind.INT);
            for (int i = 0; i < positions.length; i++) {
                positions[i] = code.allocateLocal(TypeKind.INT);
            }
            for (int vector = 0; vector < VECTORS; vector++) {
                results[vector] = code.allocateLocal(TypeKind.from(arithmetic.type(Operation.Kind.FLOAT)));
            }
        }

        void write() {
            for (int i = 0; i < positions.length; i++) {
                code.aload(AT).loadConstant(i).iaload().istore(positions[i]);
            }
            Label nextColumns = code.newLabel();
            Label end = code.newLabel();
            code.iconst_0().istore(column).labelBinding(nextColumns);
            code.iload(column).loadConstant(TILE).if_icmpge(end);
            for (int vector = 0; vector < VECTORS; vector++) {
                arithmetic.constant(code, shape.reduction() == Reduction.SUM ? 0 : Float.NEGATIVE_INFINITY);
                store(vector);
            }
            rows();
            for (int vector = 0; vector < VECTORS; vector++) {
                finish(vector);
            }
            code.iinc(column, VECTORS * arithmetic.lanes())
                    .goto_(nextColumns)
                    .labelBinding(end)
                    .return_();
        }

        private void rows() {
            Label nextRow = code.newLabel();
            Label end = code.newLabel();
            code.iconst_0().istore(row).labelBinding(nextRow);
            code.iload(row).iload(ROWS).if_icmpge(end);
            for (int vector = 0; vector < VECTORS; vector++) {
                int number = vector;
                ExpressionWriter values = new ExpressionWriter(
                        code, self, arithmetic, shape.before(), operand -> element(operand, number));
                values.compute();
                Operation operation = shape.reduction() == Reduction.SUM ? Operation.ADD : Operation.MAXIMUM;
                arithmetic.apply(code, operation, List.of(result(vector), values.result()));
                store(vector);
            }
            code.iinc(row, 1).goto_(nextRow).labelBinding(end);
        }

        private void finish(int vector) {
            ExpressionWriter values = new ExpressionWriter(
                    code, self, arithmetic, shape.after(), operand -> elementAfter(operand, vector));
            values.compute();
            arithmetic.store(code, values.result(), Run::memory, address(0, vector));
        }

        private void element(int operand, int vector) {
            int at = operand + 1;
            switch (shape.operands().get(operand)) {
                case NUMBER -> number(at);
                case PER_FEATURE ->
                    arithmetic.broadcast(
                            code,
                            number -> number.aload(MEMORY)
                                    .iload(positions[at])
                                    .iload(row)
                                    .iadd()
                                    .faload());
                case ONE_ROW -> arithmetic.load(code, Run::memory, address(at, vector));
                case ROWS ->
                    arithmetic.load(code, Run::memory, index -> {
                        address(at, vector).push(index);
                        index.iload(row).loadConstant(TILE).imul().iadd();
                    });
            }
        }

        private void elementAfter(int operand, int vector) {
            if (operand == 0) {
                result(vector).push(code);
                return;
            }
            int at = shape.operands().size() + operand;
            switch (shape.others().get(operand - 1)) {
                case NUMBER -> number(at);
                case ONE_ROW -> arithmetic.load(code, Run::memory, address(at, vector));
                case PER_FEATURE, ROWS -> throw new IllegalArgumentException("one row has numbers and rows only");
            }
        }

        private void number(int at) {
            arithmetic.broadcast(
                    code, number -> number.aload(MEMORY).iload(positions[at]).faload());
        }

        private static void memory(CodeBuilder code) {
            code.aload(MEMORY);
        }

        private Value address(int at, int vector) {
            return index -> index.iload(positions[at])
                    .iload(column)
                    .iadd()
                    .loadConstant(vector * arithmetic.lanes())
                    .iadd();
        }

        private Value result(int vector) {
            return pushed -> pushed.loadLocal(TypeKind.from(arithmetic.type(Operation.Kind.FLOAT)), results[vector]);
        }

        private void store(int vector) {
            code.storeLocal(TypeKind.from(arithmetic.type(Operation.Kind.FLOAT)), results[vector]);
        }
    }
}
