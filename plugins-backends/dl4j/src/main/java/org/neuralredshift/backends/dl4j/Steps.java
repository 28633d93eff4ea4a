package org.neuralredshift.backends.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sin;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Instructions that are ready to run: operations and arrays are made once and used again for every network. They are handed to
 * ND4J's executioner one by one, for SameDiff's own session takes some 100 microseconds for each.
 */
final class Steps implements AutoCloseable {
    private final OpExecutioner executioner = Nd4j.getExecutioner();
    private final SessionMemory memory;
    private final List<OpContext> contexts = new ArrayList<>();

    Steps(SessionMemory memory) {
        this.memory = memory;
    }

    /** The steps of those instructions whose results exist once per network, or of the others; nothing for empty results. */
    Runnable[] of(List<Instruction> instructions, boolean perNetwork) {
        return instructions.stream()
                .filter(instruction -> instruction.result().perNetwork() == perNetwork)
                .filter(instruction -> !instruction.result().isEmpty())
                .map(this::step)
                .toArray(Runnable[]::new);
    }

    private Runnable step(Instruction instruction) {
        return switch (instruction.operation()) {
            case Operation.Named named -> named(named, instruction);
            case Operation.Transform transform -> {
                Op op = op(
                        transform, memory.array(instruction.operands().getFirst()), memory.array(instruction.result()));
                yield () -> executioner.exec(op);
            }
            case Operation.AtLeast least -> {
                INDArray in = memory.array(instruction.operands().getFirst());
                Op op = new RectifiedLinear(in, memory.array(instruction.result()), least.number());
                yield () -> executioner.exec(op);
            }
            case Operation.Fill fill -> {
                MemorySegment target = memory.segment(instruction.result());
                yield () -> fill(target, fill.value());
            }
            case Operation.Rows rows -> {
                MemorySegment numbers = memory.segment(instruction.operands().getFirst());
                MemorySegment target = memory.segment(instruction.result());
                yield () -> toRows(rows, numbers, target);
            }
        };
    }

    private Runnable named(Operation.Named named, Instruction instruction) {
        DynamicCustomOp op = DynamicCustomOp.builder(named.name()).build();
        OpContext context = executioner.buildContext();
        contexts.add(context);
        context.setInputArrays(
                instruction.operands().stream().map(memory::array).toArray(INDArray[]::new));
        context.setOutputArrays(memory.array(instruction.result()));
        context.setIArguments(named.integers().stream().mapToLong(i -> i).toArray());
        boolean[] flags = new boolean[named.flags().size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = named.flags().get(i);
        }
        context.setBArguments(flags);
        return () -> executioner.exec(op, context);
    }

    private static Op op(Operation.Transform transform, INDArray in, INDArray out) {
        return switch (transform) {
            case NEGATE -> new Negative(in, out);
            case ABSOLUTE -> new Abs(in, out);
            case EXPONENTIAL -> new Exp(in, out);
            case LOGARITHM -> new Log(in, out);
            case SQUARE_ROOT -> new Sqrt(in, out);
            case SINE -> new Sin(in, out);
            case COSINE -> new Cos(in, out);
            case ERROR_FUNCTION -> new Erf(in, out);
        };
    }

    private static void fill(MemorySegment target, float value) {
        for (long i = 0; i < target.byteSize() / Float.BYTES; i++) {
            target.setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
        }
    }

    private static void toRows(Operation.Rows rows, MemorySegment numbers, MemorySegment target) {
        for (long i = 0; i < numbers.byteSize() / Float.BYTES; i++) {
            float number = numbers.getAtIndex(ValueLayout.JAVA_FLOAT, i);
            if (!(number >= 0 && number < rows.rows() && number == Math.rint(number))) {
                throw new IllegalArgumentException(rows.reader() + ": index " + number + " at position " + i
                        + " is no row of a table of " + rows.rows() + ", it must be a whole number below "
                        + rows.rows() + ", not negative");
            }
            target.setAtIndex(ValueLayout.JAVA_INT, i, (int) number);
        }
    }

    @Override
    public void close() {
        for (OpContext context : contexts) {
            try {
                context.close();
            } catch (Exception e) {
                throw new IllegalStateException("ND4J could not free an operation", e);
            }
        }
        contexts.clear();
    }
}
