package org.neuralredshift.backends.dl4j;

import java.util.List;

/**
 * One operation on values.
 *
 * @param operation what is done
 * @param operands to what
 * @param result where it goes
 */
record Instruction(Operation operation, List<Value> operands, Value result) {
    Instruction {
        operands = List.copyOf(operands);
    }
}
