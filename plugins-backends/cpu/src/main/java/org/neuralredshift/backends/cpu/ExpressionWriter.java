package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.neuralredshift.backends.cpu.Arithmetic.Table;
import org.neuralredshift.backends.cpu.Arithmetic.Value;

/** Writes the instructions of an expression into a method; each value has a local variable of its own. */
final class ExpressionWriter {
    private final CodeBuilder code;
    private final ClassDesc self;
    private final Arithmetic arithmetic;
    private final List<Instruction> instructions;
    private final List<Integer> results;
    private final IntConsumer element;
    private final int[] locals;

    /**
     * @param self the class that the method is in
     * @param element writes code that leaves the element of the operand of that number on the stack
     */
    ExpressionWriter(
            CodeBuilder code, ClassDesc self, Arithmetic arithmetic, ExpressionCode expression, IntConsumer element) {
        this.code = code;
        this.self = self;
        this.arithmetic = arithmetic;
        this.instructions = expression.instructions();
        this.results = expression.results();
        this.element = element;
        this.locals = new int[instructions.size()];
        for (int position = 0; position < locals.length; position++) {
            locals[position] = code.allocateLocal(kind(position));
        }
    }

    /** Gives a class what the code of an expression refers to. */
    static void declare(ClassBuilder kernel, ClassDesc self, Arithmetic arithmetic, ExpressionCode... expressions) {
        List<Table> tables = Stream.of(expressions)
                .flatMap(expression -> expression.instructions().stream())
                .flatMap(i -> i instanceof Instruction.Coefficient c ? Stream.of(table(self, c)) : Stream.empty())
                .distinct()
                .toList();
        tables.forEach(table -> arithmetic.declare(kernel, table));
        kernel.withMethodBody(CLASS_INIT_NAME, MTD_void, ClassFile.ACC_STATIC, code -> {
            tables.forEach(table -> arithmetic.initialise(code, table));
            code.return_();
        });
    }

    /** Computes the value of each instruction in order. */
    void compute() {
        for (int position = 0; position < locals.length; position++) {
            compute(position);
        }
    }

    /** Computes the value of one instruction. */
    void compute(int position) {
        switch (instructions.get(position)) {
            case Instruction.Number number -> arithmetic.constant(code, number.value());
            case Instruction.Bits bits -> arithmetic.constant(code, bits.value());
            case Instruction.Element operand -> element.accept(operand.operand());
            case Instruction.Apply apply ->
                arithmetic.apply(
                        code,
                        apply.operation(),
                        apply.arguments().stream().map(this::value).toList());
            case Instruction.Shift shift -> arithmetic.shift(code, value(shift.bits()), shift.left(), shift.distance());
            case Instruction.Coefficient coefficient ->
                arithmetic.coefficient(code, table(self, coefficient), value(coefficient.segment()));
            case Instruction.Within within ->
                arithmetic.within(
                        code,
                        within.function(),
                        value(within.argument()),
                        value(within.from()),
                        value(within.to()),
                        value(within.result()));
        }
        code.storeLocal(kind(position), locals[position]);
    }

    /** The value of the whole expression, once it is computed. */
    Value result() {
        return result(0);
    }

    /** One of several results, once it is computed. */
    Value result(int number) {
        return value(results.get(number));
    }

    private Value value(int position) {
        return pushed -> pushed.loadLocal(kind(position), locals[position]);
    }

    private TypeKind kind(int position) {
        return TypeKind.from(arithmetic.type(instructions.get(position).kind()));
    }

    private static Table table(ClassDesc self, Instruction.Coefficient coefficient) {
        return new Table(self, coefficient.function(), coefficient.degree());
    }
}
