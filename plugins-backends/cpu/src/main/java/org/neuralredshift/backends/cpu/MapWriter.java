package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.Collections;
import java.util.List;
import org.neuralredshift.backends.cpu.Arithmetic.Value;

/**
 * Writes any expression as one fused loop over a tile: operands are loaded, the whole expression is computed in
 * registers, the result is stored. One writer serves vectors and single numbers; they differ in their {@link Arithmetic}.
 *
 * <p>Positions in {@code at}: 0 the result, i + 1 operand i.
 */
final class MapWriter {
    private static final int MEMORY = 1;
    private static final int AT = 2;
    private static final int ROWS = 3;

    private final ExpressionCode expression;
    private final List<Operand> operands;
    private final Arithmetic arithmetic;
    private final ClassDesc self;

    private MapWriter(ExpressionCode expression, List<Operand> operands, int lanes, ClassDesc self) {
        this.expression = expression;
        this.operands = operands;
        this.arithmetic = Arithmetic.of(lanes);
        this.self = self;
    }

    /** The kernel for vectors of that many lanes; 1 writes it without the Vector API. */
    static TileKernel write(ExpressionCode expression, List<Operand> operands, int lanes) {
        return HiddenKernel.define((kernel, self) -> new MapWriter(expression, operands, lanes, self).write(kernel));
    }

    private void write(ClassBuilder kernel) {
        ExpressionWriter.declare(kernel, self, arithmetic, expression);
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, code -> new Run(code).write());
    }

    /** How often a value is computed: as often as the argument that changes most. */
    private enum Rate {
        /** Before the loop: numbers. */
        ONCE,
        /** Per row of the tile: numbers per feature. */
        PER_ROW,
        /** Per vector. */
        PER_VECTOR
    }

    /** The method under construction. */
    private final class Run {
        private final CodeBuilder code;
        private final ExpressionWriter values;
        private final int row;
        private final int column;
        private final Rate[] rates;

        Run(CodeBuilder code) {
            this.code = code;
            this.row = code.allocateLocal(TypeKind.INT);
            this.column = code.allocateLocal(TypeKind.INT);
            this.values = new ExpressionWriter(code, self, arithmetic, expression, this::element);
            List<Instruction> instructions = expression.instructions();
            this.rates = new Rate[instructions.size()];
            for (int position = 0; position < rates.length; position++) {
                rates[position] = rate(instructions.get(position));
            }
        }

        private Rate rate(Instruction instruction) {
            if (instruction instanceof Instruction.Element element) {
                return switch (operands.get(element.operand())) {
                    case NUMBER -> Rate.ONCE;
                    case PER_FEATURE -> Rate.PER_ROW;
                    case ROWS, ONE_ROW -> Rate.PER_VECTOR;
                };
            }
            return instruction.needs().stream()
                    .map(position -> rates[position])
                    .max(Rate::compareTo)
                    .orElse(Rate.ONCE);
        }

        /** One loop over the whole tile, unless an operand has another value in each row or lies in one row only. */
        void write() {
            boolean flat = Collections.disjoint(operands, List.of(Operand.ONE_ROW, Operand.PER_FEATURE));
            Label nextRow = code.newLabel();
            Label end = code.newLabel();
            compute(Rate.ONCE);
            code.iconst_0().istore(row).labelBinding(nextRow);
            if (!flat) {
                code.iload(row).iload(ROWS).if_icmpge(end);
            }
            compute(Rate.PER_ROW);
            Label nextColumn = code.newLabel();
            Label rowEnd = code.newLabel();
            code.iconst_0()
                    .istore(column)
                    .labelBinding(nextColumn)
                    .iload(column)
                    .loadConstant(TILE);
            if (flat) {
                code.iload(ROWS).imul();
            }
            code.if_icmpge(rowEnd);
            compute(Rate.PER_VECTOR);
            arithmetic.store(code, values.result(), Run::memory, address(0, true));
            code.iinc(column, arithmetic.lanes()).goto_(nextColumn).labelBinding(rowEnd);
            if (!flat) {
                code.iinc(row, 1).goto_(nextRow).labelBinding(end);
            }
            code.return_();
        }

        private void compute(Rate rate) {
            for (int position = 0; position < rates.length; position++) {
                if (rates[position] == rate) {
                    values.compute(position);
                }
            }
        }

        private void element(int operand) {
            int at = operand + 1;
            switch (operands.get(operand)) {
                case NUMBER ->
                    arithmetic.broadcast(code, number -> {
                        number.aload(MEMORY).aload(AT).loadConstant(at).iaload();
                        number.faload();
                    });
                case PER_FEATURE ->
                    arithmetic.broadcast(code, number -> {
                        number.aload(MEMORY).aload(AT).loadConstant(at).iaload();
                        number.iload(row).iadd().faload();
                    });
                case ROWS -> arithmetic.load(code, Run::memory, address(at, true));
                case ONE_ROW -> arithmetic.load(code, Run::memory, address(at, false));
            }
        }

        private static void memory(CodeBuilder code) {
            code.aload(MEMORY);
        }

        private Value address(int at, boolean rows) {
            return index -> {
                index.aload(AT).loadConstant(at).iaload().iload(column).iadd();
                if (rows) {
                    index.iload(row).loadConstant(TILE).imul().iadd();
                }
            };
        }
    }
}
