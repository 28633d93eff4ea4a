package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.neuralredshift.backends.cpu.HiddenKernel.FLOATS;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;
import org.neuralredshift.backends.cpu.Arithmetic.Value;

/** Code that computes an expression of matrices element by element; what does not change from place to place is computed less often. */
final class MatrixElements {
    /** How often a value is computed: as often as the argument that changes most. */
    enum Rate {
        /** Before all loops. */
        ONCE,
        /** Per row. */
        PER_ROW,
        /** Per vector. */
        PER_VECTOR
    }

    /** memory, at, the first row, the row after the last one. */
    static final MethodTypeDesc ROWS = MethodTypeDesc.of(CD_void, FLOATS, CD_int.arrayType(), CD_int, CD_int);

    static final String NAME = "rows";

    private static final int MEMORY = 0;
    private static final int AT = 1;
    private static final int FROM = 2;
    private static final int TO = 3;

    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");

    private final CodeBuilder code;
    private final Arithmetic arithmetic;
    private final List<Strides> operands;
    private final ExpressionWriter values;
    private final Rate[] rates;
    /** Where each operand begins. */
    private final int[] begin;
    /** Where the row at hand of each operand begins. */
    private final int[] rowBegin;
    /** The column at hand is that of a variable and so many more. */
    private final int column;

    private int further;

    /** @param column the variable that holds the column of a vector */
    MatrixElements(
            CodeBuilder code,
            ClassDesc self,
            Arithmetic arithmetic,
            ExpressionCode expression,
            List<Strides> operands,
            int column) {
        this.code = code;
        this.arithmetic = arithmetic;
        this.operands = operands;
        this.column = column;
        this.values = new ExpressionWriter(code, self, arithmetic, expression, this::element);
        this.rates = new Rate[expression.instructions().size()];
        for (int position = 0; position < rates.length; position++) {
            rates[position] = rate(expression.instructions().get(position));
        }
        this.begin = new int[operands.size()];
        this.rowBegin = new int[operands.size()];
    }

    private Rate rate(Instruction instruction) {
        if (instruction instanceof Instruction.Element element) {
            Strides strides = operands.get(element.operand());
            return strides.column() != 0 ? Rate.PER_VECTOR : strides.row() != 0 ? Rate.PER_ROW : Rate.ONCE;
        }
        return instruction.needs().stream()
                .map(position -> rates[position])
                .max(Rate::compareTo)
                .orElse(Rate.ONCE);
    }

    /** Instructions per vector. */
    int size() {
        return (int)
                List.of(rates).stream().filter(rate -> rate == Rate.PER_VECTOR).count();
    }

    /** Fetches where the operands begin, from that position of {@code at} on, and computes what is one number. */
    void begin(int position) {
        for (int operand = 0; operand < begin.length; operand++) {
            begin[operand] = place(code, position + operand);
            rowBegin[operand] = code.allocateLocal(TypeKind.INT);
        }
        compute(Rate.ONCE);
    }

    /** A variable that holds what {@code at} holds at that position. */
    static int place(CodeBuilder code, int position) {
        int variable = code.allocateLocal(TypeKind.INT);
        code.aload(AT).loadConstant(position).iaload().istore(variable);
        return variable;
    }

    /** Sets a variable to the beginning of a row. */
    static void row(CodeBuilder code, int begin, int row, int stride, int variable) {
        code.iload(begin).iload(row).loadConstant(stride).imul().iadd().istore(variable);
    }

    /**
     * Writes {@link TileKernel#run}: it calls the method {@link #ROWS} for some rows at a time. The JVM compiles what is called
     * often; a method with one long loop waits for hundreds of runs.
     */
    static void writeRun(ClassBuilder kernel, ClassDesc self, int rowsAtATime, Consumer<CodeBuilder> before) {
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, code -> {
            int row = code.allocateLocal(TypeKind.INT);
            Label next = code.newLabel();
            Label end = code.newLabel();
            before.accept(code);
            code.iconst_0().istore(row).labelBinding(next).iload(row).iload(3).if_icmpge(end);
            code.aload(1).aload(2).iload(row);
            code.iload(row).loadConstant(rowsAtATime).iadd().iload(3);
            code.invokestatic(MATH, "min", MethodTypeDesc.of(CD_int, CD_int, CD_int));
            code.invokestatic(self, NAME, ROWS);
            code.iinc(row, rowsAtATime).goto_(next).labelBinding(end).return_();
        });
    }

    /** Writes a loop over the rows of the call. */
    static void rows(CodeBuilder code, int row, Runnable body) {
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.iload(FROM).istore(row).labelBinding(next).iload(row).iload(TO).if_icmpge(end);
        body.run();
        code.iinc(row, 1).goto_(next).labelBinding(end);
    }

    /** Goes to the row that a variable names. */
    void row(int row) {
        for (int operand = 0; operand < begin.length; operand++) {
            row(code, begin[operand], row, operands.get(operand).row(), rowBegin[operand]);
        }
        compute(Rate.PER_ROW);
    }

    /** Computes the vector so many columns further. */
    void compute(int columns) {
        further = columns;
        compute(Rate.PER_VECTOR);
    }

    private void compute(Rate rate) {
        for (int position = 0; position < rates.length; position++) {
            if (rates[position] == rate) {
                values.compute(position);
            }
        }
    }

    /** A result at the vector that was computed. */
    Value result(int number) {
        return values.result(number);
    }

    private void element(int operand) {
        Value index = switch (rates(operand)) {
            case ONCE -> place -> place.iload(begin[operand]);
            case PER_ROW -> place -> place.iload(rowBegin[operand]);
            case PER_VECTOR -> index(rowBegin[operand], further);
        };
        if (rates(operand) == Rate.PER_VECTOR) {
            arithmetic.load(code, MatrixElements::memory, index);
            return;
        }
        arithmetic.broadcast(code, number -> {
            memory(number);
            index.push(number);
            number.faload();
        });
    }

    private Rate rates(int operand) {
        return rate(new Instruction.Element(operand));
    }

    /** The place of the vector so many columns further in the row that begins at a variable. */
    Value index(int rowBegin, int columns) {
        return place ->
                place.iload(rowBegin).iload(column).iadd().loadConstant(columns).iadd();
    }

    static void memory(CodeBuilder code) {
        code.aload(MEMORY);
    }
}
