package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.neuralredshift.backends.cpu.Operation.Kind;

/**
 * Bytecode for the instructions of an expression. Each method leaves one value on the stack. Operations are written in
 * place, without methods of our own between them, so whether they are compiled well does not depend on which method the
 * JVM happened to compile first.
 */
sealed interface Arithmetic permits ScalarArithmetic, VectorArithmetic {
    /** Pushes one value. */
    @FunctionalInterface
    interface Value {
        void push(CodeBuilder code);
    }

    /** For vectors of that many lanes; 1 does without the Vector API. */
    static Arithmetic of(int lanes) {
        return lanes > 1 ? new VectorArithmetic(lanes) : new ScalarArithmetic();
    }

    /** Values that one iteration computes. */
    int lanes();

    /** The type of a local variable. */
    ClassDesc type(Kind kind);

    /** A value known when the code is written. */
    void constant(CodeBuilder code, float value);

    /** A value known when the code is written. */
    void constant(CodeBuilder code, int bits);

    /** One number in all lanes. */
    void broadcast(CodeBuilder code, Value number);

    /** The lanes of an array from an index on. */
    void load(CodeBuilder code, Value array, Value index);

    /** Writes lanes into an array from an index on; leaves nothing on the stack. */
    void store(CodeBuilder code, Value value, Value array, Value index);

    void apply(CodeBuilder code, Operation operation, List<Value> arguments);

    void shift(CodeBuilder code, Value bits, boolean left, int distance);

    /** Fields that hold the coefficients of that function and degree. */
    void declare(ClassBuilder kernel, Table table);

    /** Fills these fields, in the initialiser of the class. */
    void initialise(CodeBuilder code, Table table);

    void coefficient(CodeBuilder code, Table table, Value segment);

    /** {@code result} where from &lt;= argument &lt;= to, else that of the rare function. */
    void within(CodeBuilder code, RareFunction function, Value argument, Value from, Value to, Value result);

    /** The coefficients of one degree as static fields of a kernel. */
    record Table(ClassDesc kernel, Segments function, int degree) {
        /** The name of a field. */
        String field(int part) {
            return function.name() + "_" + degree + "_" + part;
        }

        /** Pushes the array of coefficients. */
        void push(CodeBuilder code) {
            ClassDesc segments = ClassDesc.of(Segments.class.getName());
            code.getstatic(segments, function.name(), segments).loadConstant(degree);
            code.invokevirtual(segments, "coefficients", MethodTypeDesc.of(HiddenKernel.FLOATS, CD_int));
        }
    }
}
