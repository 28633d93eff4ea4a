package org.neuralredshift.backends.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Shape;

/** Collects instructions, and names the values that they make. */
final class ProgramBuilder {
    /** ND4J reads memory through Java's buffers, which hold that many bytes. */
    private static final long LARGEST = Integer.MAX_VALUE;

    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<Value, float[]> constants = new LinkedHashMap<>();
    private final Map<Integer, Value> numbers = new HashMap<>();
    private int storages;

    /**
     * A value of its own.
     *
     * @throws UnsupportedGraphException if it is too large for ND4J
     */
    Value value(Value.Type type, Shape shape, boolean perNetwork) {
        long bytes = Math.multiplyExact(shape.size(), (long) type.bytes());
        if (bytes > LARGEST) {
            throw new UnsupportedGraphException("the backend dl4j keeps a tensor in at most " + LARGEST
                    + " bytes, and one of shape " + shape + " takes more: evaluate fewer points at once");
        }
        return new Value(new Storage(storages++, bytes, perNetwork), type, shape);
    }

    /** Numbers of the program, row-major. */
    Value constant(Shape shape, float... elements) {
        Value value = value(Value.Type.FLOAT, shape, false);
        constants.put(value, elements);
        return value;
    }

    /** One number of the program, always the same value. */
    Value number(float number) {
        return numbers.computeIfAbsent(Float.floatToRawIntBits(number), bits -> constant(Shape.SCALAR, number));
    }

    /** Does something; the result exists once per network if an operand does. */
    Value apply(Operation operation, Value.Type type, Shape shape, Value... operands) {
        boolean perNetwork = List.of(operands).stream().anyMatch(Value::perNetwork);
        Value result = value(type, shape, perNetwork);
        into(operation, result, operands);
        return result;
    }

    /** Does something whose result goes into a value that there is. */
    void into(Operation operation, Value result, Value... operands) {
        instructions.add(new Instruction(operation, List.of(operands), result));
    }

    /** An operation by name, element by element, on operands that broadcast. */
    Value elementwise(String name, Value... operands) {
        return elementwise(name, Value.Type.FLOAT, operands);
    }

    /** The same with another type of result. */
    Value elementwise(String name, Value.Type type, Value... operands) {
        Shape shape = operands[0].shape();
        for (Value operand : operands) {
            shape = shape.broadcast(operand.shape());
        }
        return apply(Operation.Named.elementwise(name), type, shape, operands);
    }

    /** An operation of one operand. */
    Value transform(Operation.Transform transform, Value operand) {
        return apply(transform, operand.type(), operand.shape(), operand);
    }

    List<Instruction> instructions() {
        return instructions;
    }

    Map<Value, float[]> constants() {
        return constants;
    }
}
