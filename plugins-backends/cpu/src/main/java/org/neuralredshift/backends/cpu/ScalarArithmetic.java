package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.neuralredshift.backends.cpu.Operation.Kind;

/** Instructions on single numbers. */
record ScalarArithmetic() implements Arithmetic {
    private static final ClassDesc MATH = ClassDesc.of(Math.class.getName());
    private static final ClassDesc STRICT_MATH = ClassDesc.of(StrictMath.class.getName());
    private static final ClassDesc FLOAT = ClassDesc.of(Float.class.getName());
    private static final ClassDesc RARE = ClassDesc.of(RareFunction.class.getName());

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public ClassDesc type(Kind kind) {
        return kind == Kind.FLOAT ? CD_float : CD_int;
    }

    @Override
    public void constant(CodeBuilder code, float value) {
        code.loadConstant(value);
    }

    @Override
    public void constant(CodeBuilder code, int bits) {
        code.loadConstant(bits);
    }

    @Override
    public void broadcast(CodeBuilder code, Value number) {
        number.push(code);
    }

    @Override
    public void load(CodeBuilder code, Value array, Value index) {
        array.push(code);
        index.push(code);
        code.faload();
    }

    @Override
    public void store(CodeBuilder code, Value value, Value array, Value index) {
        array.push(code);
        index.push(code);
        value.push(code);
        code.fastore();
    }

    @Override
    public void apply(CodeBuilder code, Operation operation, List<Value> arguments) {
        switch (operation) {
            case IF_LESS -> select(code, Opcode.IFGE, arguments);
            case IF_LESS_OR_EQUAL -> select(code, Opcode.IFGT, arguments);
            case IF_EQUAL -> select(code, Opcode.IFNE, arguments);
            case POWER -> {
                arguments.get(0).push(code);
                code.f2d();
                arguments.get(1).push(code);
                code.f2d();
                code.invokestatic(STRICT_MATH, "pow", MethodTypeDesc.of(CD_double, CD_double, CD_double));
                code.d2f();
            }
            default -> {
                arguments.forEach(argument -> argument.push(code));
                apply(code, operation);
            }
        }
    }

    private static void apply(CodeBuilder code, Operation operation) {
        switch (operation) {
            case ADD -> code.fadd();
            case SUBTRACT -> code.fsub();
            case MULTIPLY -> code.fmul();
            case DIVIDE -> code.fdiv();
            case NEGATE -> code.fneg();
            case FMA -> call(code, MATH, "fma", CD_float, CD_float, CD_float, CD_float);
            case MINIMUM -> call(code, MATH, "min", CD_float, CD_float, CD_float);
            case MAXIMUM -> call(code, MATH, "max", CD_float, CD_float, CD_float);
            case ABSOLUTE -> call(code, MATH, "abs", CD_float, CD_float);
            case SQUARE_ROOT -> {
                code.f2d();
                call(code, MATH, "sqrt", CD_double, CD_double);
                code.d2f();
            }
            case TO_BITS -> call(code, FLOAT, "floatToRawIntBits", CD_int, CD_float);
            case FROM_BITS -> call(code, FLOAT, "intBitsToFloat", CD_float, CD_int);
            case FROM_WHOLE -> code.i2f();
            case ADD_BITS -> code.iadd();
            case SUBTRACT_BITS -> code.isub();
            case AND -> code.iand();
            case OR -> code.ior();
            case XOR -> code.ixor();
            case POWER, IF_LESS, IF_LESS_OR_EQUAL, IF_EQUAL ->
                throw new IllegalArgumentException(operation + " takes its arguments in an order of its own");
        }
    }

    private static void call(CodeBuilder code, ClassDesc owner, String name, ClassDesc result, ClassDesc... arguments) {
        code.invokestatic(owner, name, MethodTypeDesc.of(result, arguments));
    }

    /** A NaN counts as greater: no comparison holds. */
    private static void select(CodeBuilder code, Opcode unless, List<Value> arguments) {
        Label otherwise = code.newLabel();
        Label end = code.newLabel();
        arguments.get(0).push(code);
        arguments.get(1).push(code);
        code.fcmpg().branch(unless, otherwise);
        arguments.get(2).push(code);
        code.goto_(end).labelBinding(otherwise);
        arguments.get(3).push(code);
        code.labelBinding(end);
    }

    @Override
    public void shift(CodeBuilder code, Value bits, boolean left, int distance) {
        bits.push(code);
        code.loadConstant(distance);
        if (left) {
            code.ishl();
        } else {
            code.ishr();
        }
    }

    @Override
    public void declare(ClassBuilder kernel, Table table) {
        kernel.withField(table.field(0), HiddenKernel.FLOATS, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    }

    @Override
    public void initialise(CodeBuilder code, Table table) {
        table.push(code);
        code.putstatic(table.kernel(), table.field(0), HiddenKernel.FLOATS);
    }

    @Override
    public void coefficient(CodeBuilder code, Table table, Value segment) {
        code.getstatic(table.kernel(), table.field(0), HiddenKernel.FLOATS);
        segment.push(code);
        code.loadConstant(31).iand().faload();
    }

    @Override
    public void within(CodeBuilder code, RareFunction function, Value argument, Value from, Value to, Value result) {
        Label rare = code.newLabel();
        Label end = code.newLabel();
        argument.push(code);
        from.push(code);
        code.fcmpl().iflt(rare);
        argument.push(code);
        to.push(code);
        code.fcmpg().ifgt(rare);
        result.push(code);
        code.goto_(end).labelBinding(rare);
        code.getstatic(RARE, function.name(), RARE);
        argument.push(code);
        code.invokevirtual(RARE, "at", MethodTypeDesc.of(CD_float, CD_float));
        code.labelBinding(end);
    }
}
