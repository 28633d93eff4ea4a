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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.expression.Scalar;

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
    private static final int FIRST_FREE = 6;

    private final Scalar expression;
    private final List<Operand> operands;
    private final int lanes;
    private final boolean vector;
    private final ClassDesc type;
    private final Map<Scalar, Integer> slots = new HashMap<>();
    private int free = FIRST_FREE;

    private MapWriter(Scalar expression, List<Operand> operands, int lanes) {
        this.expression = expression;
        this.operands = operands;
        this.lanes = lanes;
        this.vector = lanes > 1;
        this.type = vector ? VECTOR : CD_float;
    }

    /** The kernel for vectors of that many lanes; 1 writes it without the Vector API. */
    static TileKernel write(Scalar expression, List<Operand> operands, int lanes) {
        return HiddenKernel.define(new MapWriter(expression, operands, lanes)::methods);
    }

    private void methods(ClassBuilder kernel, ClassDesc self) {
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, this::run);
    }

    private void run(CodeBuilder code) {
        hoist(code, expression);
        boolean flat = Collections.disjoint(operands, List.of(Operand.ONE_ROW, Operand.PER_FEATURE));
        Label nextRow = code.newLabel();
        Label end = code.newLabel();
        code.iconst_0().istore(ROW).labelBinding(nextRow);
        if (!flat) {
            code.iload(ROW).iload(ROWS).if_icmpge(end);
        }
        Map<Scalar, Integer> hoisted = Map.copyOf(slots);
        perFeature(code);
        Label nextColumn = code.newLabel();
        Label rowEnd = code.newLabel();
        code.iconst_0().istore(COLUMN).labelBinding(nextColumn).iload(COLUMN);
        if (flat) {
            code.iload(ROWS).loadConstant(TILE).imul();
        } else {
            code.loadConstant(TILE);
        }
        code.if_icmpge(rowEnd);
        load(code, evaluate(code, expression));
        code.aload(MEMORY);
        address(code, 0, true);
        code.invokestatic(vector ? LANES : SCALAR_MATH, "store", MethodTypeDesc.of(CD_void, type, FLOATS, CD_int));
        code.iinc(COLUMN, lanes).goto_(nextColumn).labelBinding(rowEnd);
        slots.clear();
        slots.putAll(hoisted);
        if (!flat) {
            code.iinc(ROW, 1).goto_(nextRow).labelBinding(end);
        }
        code.return_();
    }

    /** Constants and single numbers are spread over a vector once, before the loop. */
    private void hoist(CodeBuilder code, Scalar e) {
        switch (e) {
            case Scalar.Constant c -> {
                if (!slots.containsKey(c)) {
                    code.loadConstant((float) c.value());
                    keep(code, c, "broadcast", MethodTypeDesc.of(type, CD_float));
                }
            }
            case Scalar.Input i -> {
                if (operands.get(i.index()) == Operand.NUMBER && !slots.containsKey(i)) {
                    code.aload(MEMORY)
                            .aload(AT)
                            .loadConstant(i.index() + 1)
                            .iaload()
                            .faload();
                    keep(code, i, "broadcast", MethodTypeDesc.of(type, CD_float));
                }
            }
            case Scalar.Unary u -> hoist(code, u.operand());
            case Scalar.Binary b -> {
                hoist(code, b.left());
                hoist(code, b.right());
            }
            case Scalar.Select s -> {
                hoist(code, s.left());
                hoist(code, s.right());
                hoist(code, s.then());
                hoist(code, s.otherwise());
            }
        }
    }

    private void perFeature(CodeBuilder code) {
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) == Operand.PER_FEATURE) {
                code.aload(MEMORY)
                        .aload(AT)
                        .loadConstant(i + 1)
                        .iaload()
                        .iload(ROW)
                        .iadd()
                        .faload();
                keep(code, Scalar.input(i), "broadcast", MethodTypeDesc.of(type, CD_float));
            }
        }
    }

    private int evaluate(CodeBuilder code, Scalar e) {
        Integer known = slots.get(e);
        if (known != null) {
            return known;
        }
        return switch (e) {
            case Scalar.Constant c -> throw new IllegalStateException("constant " + c + " was not hoisted");
            case Scalar.Input i -> {
                code.aload(MEMORY);
                address(code, i.index() + 1, operands.get(i.index()) == Operand.ROWS);
                yield keep(code, e, "load", MethodTypeDesc.of(type, FLOATS, CD_int));
            }
            case Scalar.Unary u -> {
                load(code, evaluate(code, u.operand()));
                yield keep(code, e, name(u.operation()), MethodTypeDesc.of(type, type));
            }
            case Scalar.Binary b -> {
                if (b.operation() == Scalar.BinaryOperation.MAXIMUM && b.right().equals(Scalar.of(0))) {
                    load(code, evaluate(code, b.left()));
                    yield keep(code, e, "rectify", MethodTypeDesc.of(type, type));
                }
                int left = evaluate(code, b.left());
                int right = evaluate(code, b.right());
                load(code, left);
                load(code, right);
                yield keep(code, e, name(b.operation()), MethodTypeDesc.of(type, type, type));
            }
            case Scalar.Select s -> {
                int left = evaluate(code, s.left());
                int right = evaluate(code, s.right());
                int then = evaluate(code, s.then());
                int otherwise = evaluate(code, s.otherwise());
                load(code, left);
                load(code, right);
                load(code, then);
                load(code, otherwise);
                yield keep(code, e, name(s.comparison()), MethodTypeDesc.of(type, type, type, type, type));
            }
        };
    }

    /** Calls an operation and keeps its result in a local variable. */
    private int keep(CodeBuilder code, Scalar e, String operation, MethodTypeDesc signature) {
        code.invokestatic(owner(operation), operation, signature);
        int slot = free++;
        code.storeLocal(TypeKind.from(type), slot);
        slots.put(e, slot);
        return slot;
    }

    private void load(CodeBuilder code, int slot) {
        code.loadLocal(TypeKind.from(type), slot);
    }

    private void address(CodeBuilder code, int position, boolean rows) {
        code.aload(AT).loadConstant(position).iaload().iload(COLUMN).iadd();
        if (rows) {
            code.iload(ROW).loadConstant(TILE).imul().iadd();
        }
    }

    private ClassDesc owner(String operation) {
        if (!vector) {
            return SCALAR_MATH;
        }
        return switch (operation) {
            case "exponential", "logarithm", "sine", "cosine", "tanh", "sigmoid", "errorFunction", "power" ->
                VECTOR_MATH;
            default -> LANES;
        };
    }

    private static String name(Scalar.UnaryOperation operation) {
        return switch (operation) {
            case NEGATE -> "negate";
            case ABSOLUTE -> "absolute";
            case EXPONENTIAL -> "exponential";
            case LOGARITHM -> "logarithm";
            case SQUARE_ROOT -> "squareRoot";
            case SINE -> "sine";
            case COSINE -> "cosine";
            case TANH -> "tanh";
            case SIGMOID -> "sigmoid";
            case ERROR_FUNCTION -> "errorFunction";
        };
    }

    private static String name(Scalar.BinaryOperation operation) {
        return switch (operation) {
            case ADD -> "add";
            case SUBTRACT -> "subtract";
            case MULTIPLY -> "multiply";
            case DIVIDE -> "divide";
            case MINIMUM -> "minimum";
            case MAXIMUM -> "maximum";
            case POWER -> "power";
        };
    }

    private static String name(Scalar.Comparison comparison) {
        return switch (comparison) {
            case LESS -> "ifLess";
            case LESS_OR_EQUAL -> "ifLessOrEqual";
            case EQUAL -> "ifEqual";
        };
    }
}
