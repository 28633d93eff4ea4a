package org.neuralredshift.backends.cpu;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.List;
import org.neuralredshift.api.graph.Tensor.Reduction;
import org.neuralredshift.backends.cpu.Arithmetic.Value;

/** What the two directions of a reduction have in common: variables for partial results, and the loop over the rows. */
abstract sealed class Reducing permits ColumnReduction, RowReduction {
    /** Instructions that may be written out at once. */
    private static final int MOST_INSTRUCTIONS = 32;

    final CodeBuilder code;
    final Arithmetic arithmetic;
    final MatrixReduceShape shape;
    final MatrixElements elements;
    final TypeKind kind;
    final int row;
    final int column;
    /** Where the result begins. */
    final int out;

    Reducing(CodeBuilder code, ClassDesc self, Arithmetic arithmetic, MatrixReduceShape shape) {
        this.code = code;
        this.arithmetic = arithmetic;
        this.shape = shape;
        this.kind = TypeKind.from(arithmetic.type(Operation.Kind.FLOAT));
        this.row = code.allocateLocal(TypeKind.INT);
        this.column = code.allocateLocal(TypeKind.INT);
        this.elements = new MatrixElements(code, self, arithmetic, shape.before(), shape.operands(), column);
        this.out = MatrixElements.place(code, 0);
        elements.begin(1);
    }

    /** Writes the method. */
    abstract void write();

    /** So many vectors may be written out one after the other. */
    final int most() {
        return Math.max(1, MOST_INSTRUCTIONS / (1 + elements.size()));
    }

    final int[] variables(int count) {
        int[] variables = new int[count];
        for (int i = 0; i < count; i++) {
            variables[i] = code.allocateLocal(kind);
        }
        return variables;
    }

    final Value value(int variable) {
        return pushed -> pushed.loadLocal(kind, variable);
    }

    final float identity() {
        return identity(shape.reduction());
    }

    /** What a reduction begins with. */
    static float identity(Reduction reduction) {
        return reduction == Reduction.SUM ? 0 : Float.NEGATIVE_INFINITY;
    }

    final Operation operation() {
        return shape.reduction() == Reduction.SUM ? Operation.ADD : Operation.MAXIMUM;
    }

    /** Takes a value into a partial result. */
    final void reduce(int partial, Value value) {
        arithmetic.apply(code, operation(), List.of(value(partial), value));
        code.storeLocal(kind, partial);
    }

    /** For each row, once the elements are at its beginning. */
    final void rows(Runnable body) {
        MatrixElements.rows(code, row, () -> {
            elements.row(row);
            body.run();
        });
    }

    /** From a column to another, in equal steps; the variable of the column then holds the latter. */
    final void columns(int to, int step, Runnable body) {
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(next).iload(column).loadConstant(to).if_icmpge(end);
        body.run();
        code.iinc(column, step).goto_(next).labelBinding(end);
    }
}
