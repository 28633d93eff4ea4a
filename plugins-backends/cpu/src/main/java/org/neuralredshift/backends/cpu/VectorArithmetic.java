package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_float;
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
import java.util.Collections;
import java.util.List;
import org.neuralredshift.backends.cpu.Operation.Kind;

/**
 * Instructions on vectors: calls of the Vector API itself, which the JVM inlines whatever the size of the method. No
 * vector is given to a method of our own.
 *
 * @param lanes of a vector of 32-bit values
 */
record VectorArithmetic(int lanes) implements Arithmetic {
    private static final String PACKAGE = "jdk.incubator.vector.";
    private static final ClassDesc ANY = ClassDesc.of(PACKAGE + "Vector");
    private static final ClassDesc FLOAT = HiddenKernel.VECTOR;
    private static final ClassDesc BITS = ClassDesc.of(PACKAGE + "IntVector");
    private static final ClassDesc MASK = ClassDesc.of(PACKAGE + "VectorMask");
    private static final ClassDesc SHUFFLE = ClassDesc.of(PACKAGE + "VectorShuffle");
    private static final ClassDesc SPECIES = ClassDesc.of(PACKAGE + "VectorSpecies");
    private static final ClassDesc OPERATORS = ClassDesc.of(PACKAGE + "VectorOperators");
    private static final ClassDesc BINARY = OPERATORS.nested("Binary");
    private static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");
    private static final ClassDesc CONVERSION = OPERATORS.nested("Conversion");
    private static final ClassDesc LANES = ClassDesc.of(Lanes.class.getName());
    private static final ClassDesc RARE = ClassDesc.of(RareFunction.class.getName());

    /** Vectors of a tile whose sums a kernel keeps in registers together: what fits in 32 or in 16 of them. */
    int group() {
        return lanes >= 16 ? 4 : 2;
    }

    /** Rows of a block whose sums, of so many vectors each, fit in registers beside its operands. */
    int rows(int vectors) {
        return Math.min(12, (lanes >= 16 ? 24 : 12) / vectors);
    }

    /** The bit patterns at the beginning of an array. */
    void loadBits(CodeBuilder code, Value array) {
        code.getstatic(LANES, "INTS", SPECIES);
        array.push(code);
        code.iconst_0();
        code.invokestatic(BITS, "fromArray", MethodTypeDesc.of(BITS, SPECIES, CD_int.arrayType(), CD_int));
    }

    /** Each lane takes one of the lanes of two vectors of bits, which are numbered one after the other. */
    void select(CodeBuilder code, Value numbers, Value first, Value second) {
        numbers.push(code);
        first.push(code);
        second.push(code);
        code.invokevirtual(BITS, "selectFrom", MethodTypeDesc.of(BITS, ANY, ANY));
    }

    /** Each lane takes what lies so many lanes further, around the end. */
    void rotate(CodeBuilder code, Value value, int distance) {
        value.push(code);
        code.getstatic(LANES, "ROTATE_" + distance, SHUFFLE);
        code.invokevirtual(FLOAT, "rearrange", MethodTypeDesc.of(FLOAT, SHUFFLE));
    }

    /** The number in lane 0. */
    void firstLane(CodeBuilder code, Value value) {
        lane(code, value);
    }

    /** Replaces the vector in a local variable by max(x, +0): keeps NaN, and gives +0 for -0. */
    void rectify(CodeBuilder code, int variable) {
        Value x = Locals.value(variable);
        Value zero = pushed -> constant(pushed, 0f);
        apply(code, Operation.IF_LESS_OR_EQUAL, List.of(x, zero, zero, x));
        code.astore(variable);
    }

    @Override
    public ClassDesc type(Kind kind) {
        return kind == Kind.FLOAT ? FLOAT : BITS;
    }

    @Override
    public void constant(CodeBuilder code, float value) {
        broadcast(code, number -> number.loadConstant(value));
    }

    @Override
    public void constant(CodeBuilder code, int bits) {
        code.getstatic(LANES, "INTS", SPECIES).loadConstant(bits);
        code.invokestatic(BITS, "broadcast", MethodTypeDesc.of(BITS, SPECIES, CD_int));
    }

    @Override
    public void broadcast(CodeBuilder code, Value number) {
        code.getstatic(LANES, "FLOATS", SPECIES);
        number.push(code);
        code.invokestatic(FLOAT, "broadcast", MethodTypeDesc.of(FLOAT, SPECIES, CD_float));
    }

    @Override
    public void load(CodeBuilder code, Value array, Value index) {
        code.getstatic(LANES, "FLOATS", SPECIES);
        array.push(code);
        index.push(code);
        code.invokestatic(FLOAT, "fromArray", MethodTypeDesc.of(FLOAT, SPECIES, FLOATS, CD_int));
    }

    @Override
    public void store(CodeBuilder code, Value value, Value array, Value index) {
        value.push(code);
        array.push(code);
        index.push(code);
        code.invokevirtual(FLOAT, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
    }

    @Override
    public void apply(CodeBuilder code, Operation operation, List<Value> arguments) {
        switch (operation) {
            case ADD -> call(code, FLOAT, "add", arguments);
            case SUBTRACT -> call(code, FLOAT, "sub", arguments);
            case MULTIPLY -> call(code, FLOAT, "mul", arguments);
            case DIVIDE -> call(code, FLOAT, "div", arguments);
            case FMA -> call(code, FLOAT, "fma", arguments);
            case MINIMUM -> call(code, FLOAT, "min", arguments);
            case MAXIMUM -> call(code, FLOAT, "max", arguments);
            case NEGATE -> call(code, FLOAT, "neg", arguments);
            case ABSOLUTE -> call(code, FLOAT, "abs", arguments);
            case SQUARE_ROOT -> call(code, FLOAT, "sqrt", arguments);
            case POWER -> power(code, arguments.get(0), arguments.get(1));
            case IF_LESS -> select(code, "LT", arguments);
            case IF_LESS_OR_EQUAL -> select(code, "LE", arguments);
            case IF_EQUAL -> select(code, "EQ", arguments);
            case TO_BITS -> {
                arguments.getFirst().push(code);
                code.invokevirtual(FLOAT, "reinterpretAsInts", MethodTypeDesc.of(BITS));
            }
            case FROM_BITS -> {
                arguments.getFirst().push(code);
                code.invokevirtual(BITS, "reinterpretAsFloats", MethodTypeDesc.of(FLOAT));
            }
            case FROM_WHOLE -> {
                arguments.getFirst().push(code);
                code.getstatic(OPERATORS, "I2F", CONVERSION).iconst_0();
                code.invokevirtual(BITS, "convert", MethodTypeDesc.of(ANY, CONVERSION, CD_int));
                code.checkcast(FLOAT);
            }
            case ADD_BITS -> call(code, BITS, "add", arguments);
            case SUBTRACT_BITS -> call(code, BITS, "sub", arguments);
            case AND -> call(code, BITS, "and", arguments);
            case OR -> call(code, BITS, "or", arguments);
            case XOR -> {
                arguments.get(0).push(code);
                code.getstatic(OPERATORS, "XOR", OPERATORS.nested("Associative"));
                arguments.get(1).push(code);
                code.invokevirtual(BITS, "lanewise", MethodTypeDesc.of(BITS, BINARY, ANY));
            }
        }
    }

    /** The first argument is the receiver. */
    private static void call(CodeBuilder code, ClassDesc type, String name, List<Value> arguments) {
        arguments.forEach(argument -> argument.push(code));
        ClassDesc[] others = Collections.nCopies(arguments.size() - 1, ANY).toArray(ClassDesc[]::new);
        code.invokevirtual(type, name, MethodTypeDesc.of(type, others));
    }

    private static void select(CodeBuilder code, String comparison, List<Value> arguments) {
        arguments.get(3).push(code);
        arguments.get(2).push(code);
        compare(code, FLOAT, arguments.get(0), comparison, arguments.get(1));
        blend(code, FLOAT);
    }

    private static void compare(CodeBuilder code, ClassDesc type, Value left, String comparison, Value right) {
        left.push(code);
        code.getstatic(OPERATORS, comparison, COMPARISON);
        right.push(code);
        code.invokevirtual(type, "compare", MethodTypeDesc.of(MASK, COMPARISON, ANY));
    }

    private static void blend(CodeBuilder code, ClassDesc type) {
        code.invokevirtual(type, "blend", MethodTypeDesc.of(type, ANY, MASK));
    }

    @Override
    public void shift(CodeBuilder code, Value bits, boolean left, int distance) {
        bits.push(code);
        code.getstatic(OPERATORS, left ? "LSHL" : "ASHR", BINARY).loadConstant(distance);
        code.invokevirtual(BITS, "lanewise", MethodTypeDesc.of(BITS, BINARY, CD_int));
    }

    @Override
    public void declare(ClassBuilder kernel, Table table) {
        for (int part = 0; part < parts(); part++) {
            kernel.withField(table.field(part), BITS, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
        }
    }

    /** Vectors that hold 32 floats. */
    private int parts() {
        return Math.max(2, 32 / lanes);
    }

    @Override
    public void initialise(CodeBuilder code, Table table) {
        for (int part = 0; part < parts(); part++) {
            int from = part * lanes;
            load(code, table::push, index -> index.loadConstant(from));
            code.invokevirtual(FLOAT, "reinterpretAsInts", MethodTypeDesc.of(BITS));
            code.putstatic(table.kernel(), table.field(part), BITS);
        }
    }

    /** Each lane picks one of two vectors' lanes; a higher bit of the index chooses between such pairs. */
    @Override
    public void coefficient(CodeBuilder code, Table table, Value segment) {
        choose(code, table, segment, 0, parts());
        code.invokevirtual(BITS, "reinterpretAsFloats", MethodTypeDesc.of(FLOAT));
    }

    private void choose(CodeBuilder code, Table table, Value segment, int part, int count) {
        if (count == 2) {
            segment.push(code);
            code.getstatic(table.kernel(), table.field(part), BITS);
            code.getstatic(table.kernel(), table.field(part + 1), BITS);
            code.invokevirtual(BITS, "selectFrom", MethodTypeDesc.of(BITS, ANY, ANY));
            return;
        }
        choose(code, table, segment, part, count / 2);
        choose(code, table, segment, part + count / 2, count / 2);
        Value bit = bits -> {
            segment.push(bits);
            constant(bits, count / 2 * lanes);
            bits.invokevirtual(BITS, "and", MethodTypeDesc.of(BITS, ANY));
        };
        compare(code, BITS, bit, "NE", zero -> constant(zero, 0));
        blend(code, BITS);
    }

    @Override
    public void within(CodeBuilder code, RareFunction function, Value argument, Value from, Value to, Value result) {
        Label rare = code.newLabel();
        Label end = code.newLabel();
        compare(code, FLOAT, argument, "GE", from);
        compare(code, FLOAT, argument, "LE", to);
        code.invokevirtual(MASK, "and", MethodTypeDesc.of(MASK, MASK));
        code.invokevirtual(MASK, "allTrue", MethodTypeDesc.of(CD_boolean)).ifeq(rare);
        result.push(code);
        code.goto_(end).labelBinding(rare);
        int results = array(code, result);
        code.getstatic(RARE, function.name(), RARE);
        lanes(code, argument);
        lane(code, from);
        lane(code, to);
        code.aload(results);
        code.invokevirtual(RARE, "replace", MethodTypeDesc.of(CD_void, FLOATS, CD_float, CD_float, FLOATS));
        load(code, array -> array.aload(results), CodeBuilder::iconst_0);
        code.labelBinding(end);
    }

    private void power(CodeBuilder code, Value base, Value exponent) {
        int results = array(code, base);
        code.aload(results);
        lanes(code, exponent);
        code.invokestatic(LANES, "power", MethodTypeDesc.of(CD_void, FLOATS, FLOATS));
        load(code, array -> array.aload(results), CodeBuilder::iconst_0);
    }

    /** A local variable that holds the lanes of a value. */
    private static int array(CodeBuilder code, Value value) {
        int local = code.allocateLocal(TypeKind.REFERENCE);
        lanes(code, value);
        code.astore(local);
        return local;
    }

    private static void lanes(CodeBuilder code, Value value) {
        value.push(code);
        code.invokevirtual(FLOAT, "toArray", MethodTypeDesc.of(FLOATS));
    }

    private static void lane(CodeBuilder code, Value value) {
        value.push(code);
        code.iconst_0().invokevirtual(FLOAT, "lane", MethodTypeDesc.of(CD_float, CD_int));
    }
}
