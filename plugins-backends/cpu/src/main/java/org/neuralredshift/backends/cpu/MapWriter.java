package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.neuralredshift.backends.cpu.HiddenKernel.FLOATS;
import static org.neuralredshift.backends.cpu.HiddenKernel.VECTOR;
import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.List;
import org.neuralredshift.backends.cpu.ExpressionCode.Instruction;

/**
 * Writes any expression as one fused loop over a tile: operands are loaded, the whole expression is computed in
 * registers, the result is stored. One writer serves vectors and single numbers; they differ in the class that the
 * operations are called on.
 *
 * <p>Positions in {@code at}: 0 the result, i + 1 operand i.
 */
final class MapWriter {
    private static final ClassDesc LANES = ClassDesc.of(Lanes.class.getName());
    private static final ClassDesc VECTOR_MATH = ClassDesc.of(VectorMath.class.getName());
    private static final ClassDesc SCALAR_MATH = ClassDesc.of(ScalarMath.class.getName());
    private static final int MEMORY = 1;
    private static final int AT = 2;
    private static final int ROWS = 3;
    private static final int ROW = 4;
    private static final int COLUMN = 5;
    private static final int FIRST_VALUE = 6;

    private final List<Instruction> instructions;
    private final List<Operand> operands;
    private final int lanes;
    private final ClassDesc type;

    private MapWriter(ExpressionCode code, List<Operand> operands, int lanes) {
        this.instructions = code.instructions();
        this.operands = operands;
        this.lanes = lanes;
        this.type = lanes > 1 ? VECTOR : CD_float;
    }

    /** The kernel for vectors of that many lanes; 1 writes it without the Vector API. */
    static TileKernel write(ExpressionCode code, List<Operand> operands, int lanes) {
        return HiddenKernel.define(new MapWriter(code, operands, lanes)::methods);
    }

    private void methods(ClassBuilder kernel, ClassDesc self) {
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, this::run);
    }

    /** How often a value is computed. */
    private enum Rate {
        /** Before the loop: numbers. */
        ONCE,
        /** Per row of the tile: numbers per feature. */
        PER_ROW,
        /** Per vector. */
        PER_VECTOR
    }

    private Rate rate(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Number number -> Rate.ONCE;
            case Instruction.Element element ->
                switch (operands.get(element.operand())) {
                    case NUMBER -> Rate.ONCE;
                    case PER_FEATURE -> Rate.PER_ROW;
                    case ROWS, ONE_ROW -> Rate.PER_VECTOR;
                };
            case Instruction.Call call -> Rate.PER_VECTOR;
        };
    }

    /** One loop over the whole tile, unless an operand has another value in each row or lies in one row only. */
    private void run(CodeBuilder code) {
        boolean flat = Collections.disjoint(operands, List.of(Operand.ONE_ROW, Operand.PER_FEATURE));
        Label nextRow = code.newLabel();
        Label end = code.newLabel();
        write(code, Rate.ONCE);
        code.iconst_0().istore(ROW).labelBinding(nextRow);
        if (!flat) {
            code.iload(ROW).iload(ROWS).if_icmpge(end);
        }
        write(code, Rate.PER_ROW);
        Label nextColumn = code.newLabel();
        Label rowEnd = code.newLabel();
        code.iconst_0().istore(COLUMN).labelBinding(nextColumn).iload(COLUMN).loadConstant(TILE);
        if (flat) {
            code.iload(ROWS).imul();
        }
        code.if_icmpge(rowEnd);
        write(code, Rate.PER_VECTOR);
        load(code, instructions.size() - 1);
        code.aload(MEMORY);
        address(code, 0, true);
        code.invokestatic(owner("store"), "store", MethodTypeDesc.of(CD_void, type, FLOATS, CD_int));
        code.iinc(COLUMN, lanes).goto_(nextColumn).labelBinding(rowEnd);
        if (!flat) {
            code.iinc(ROW, 1).goto_(nextRow).labelBinding(end);
        }
        code.return_();
    }

    private void write(CodeBuilder code, Rate rate) {
        for (int position = 0; position < instructions.size(); position++) {
            if (rate(instructions.get(position)) == rate) {
                write(code, instructions.get(position));
                code.storeLocal(TypeKind.from(type), FIRST_VALUE + position);
            }
        }
    }

    private void write(CodeBuilder code, Instruction instruction) {
        switch (instruction) {
            case Instruction.Number number -> broadcast(code.loadConstant(number.value()));
            case Instruction.Element element -> {
                int at = element.operand() + 1;
                code.aload(MEMORY);
                switch (operands.get(element.operand())) {
                    case NUMBER ->
                        broadcast(code.aload(AT).loadConstant(at).iaload().faload());
                    case PER_FEATURE ->
                        broadcast(code.aload(AT)
                                .loadConstant(at)
                                .iaload()
                                .iload(ROW)
                                .iadd()
                                .faload());
                    case ROWS -> element(code, at, true);
                    case ONE_ROW -> element(code, at, false);
                }
            }
            case Instruction.Call call -> {
                call.arguments().forEach(argument -> load(code, argument));
                ClassDesc[] types =
                        Collections.nCopies(call.arguments().size(), type).toArray(ClassDesc[]::new);
                code.invokestatic(owner(call.method()), call.method(), MethodTypeDesc.of(type, types));
            }
        }
    }

    private void broadcast(CodeBuilder code) {
        code.invokestatic(owner("broadcast"), "broadcast", MethodTypeDesc.of(type, CD_float));
    }

    private void element(CodeBuilder code, int at, boolean rows) {
        address(code, at, rows);
        code.invokestatic(owner("load"), "load", MethodTypeDesc.of(type, FLOATS, CD_int));
    }

    private void load(CodeBuilder code, int position) {
        code.loadLocal(TypeKind.from(type), FIRST_VALUE + position);
    }

    private void address(CodeBuilder code, int at, boolean rows) {
        code.aload(AT).loadConstant(at).iaload().iload(COLUMN).iadd();
        if (rows) {
            code.iload(ROW).loadConstant(TILE).imul().iadd();
        }
    }

    private ClassDesc owner(String method) {
        if (lanes == 1) {
            return SCALAR_MATH;
        }
        return switch (method) {
            case "exponential", "logarithm", "sine", "cosine", "tanh", "sigmoid", "errorFunction", "power" ->
                VECTOR_MATH;
            default -> LANES;
        };
    }
}
