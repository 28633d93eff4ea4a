package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.neuralredshift.backends.cpu.HiddenKernel.FLOATS;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a transposition in square blocks of one vector's lanes, each in registers: in as many stages as an index has bits,
 * pairs of rows exchange the halves in which that bit tells rows from columns. Rows that fill no block are left to others.
 */
final class TransposeWriter {
    /** memory, result, source. */
    private static final MethodTypeDesc BLOCK = MethodTypeDesc.of(CD_void, FLOATS, CD_int, CD_int);

    private static final int MEMORY = 0;
    private static final int RESULT = 1;
    private static final int SOURCE = 2;

    private final CopyShape shape;
    private final VectorArithmetic arithmetic;
    private final int lanes;
    private final ClassDesc self;

    private TransposeWriter(CopyShape shape, int lanes, ClassDesc self) {
        this.shape = shape;
        this.arithmetic = new VectorArithmetic(lanes);
        this.lanes = lanes;
        this.self = self;
    }

    /** The kernel for vectors of that many lanes; it does as many whole blocks as the rows hold. */
    static TileKernel write(CopyShape shape, int lanes) {
        return HiddenKernel.define((kernel, self) -> new TransposeWriter(shape, lanes, self).write(kernel));
    }

    private void write(ClassBuilder kernel) {
        declare(kernel);
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, this::run);
        int last = shape.columns() % lanes;
        if (shape.columns() >= lanes) {
            kernel.withMethodBody("block", BLOCK, ClassFile.ACC_STATIC, code -> block(code, lanes));
        }
        if (last != 0) {
            kernel.withMethodBody("last", BLOCK, ClassFile.ACC_STATIC, code -> block(code, last));
        }
    }

    /** Fields with the lanes of a pair of rows that make up the upper and the lower row, for each bit. */
    private void declare(ClassBuilder kernel) {
        ClassDesc bits = arithmetic.type(Operation.Kind.BITS);
        for (int bit = 1; bit < lanes; bit *= 2) {
            for (boolean upper : new boolean[] {true, false}) {
                kernel.withField(name(bit, upper), bits, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
            }
        }
        kernel.withMethodBody(ConstantDescs.CLASS_INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_STATIC, code -> {
            for (int bit = 1; bit < lanes; bit *= 2) {
                for (boolean upper : new boolean[] {true, false}) {
                    constant(code, exchange(bit, upper));
                    code.putstatic(self, name(bit, upper), bits);
                }
            }
            code.return_();
        });
    }

    private static String name(int bit, boolean upper) {
        return (upper ? "UPPER_" : "LOWER_") + bit;
    }

    private int[] exchange(int bit, boolean upper) {
        int[] from = new int[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            boolean set = (lane & bit) != 0;
            from[lane] = upper ? (set ? lanes + lane - bit : lane) : (set ? lanes + lane : lane + bit);
        }
        return from;
    }

    private void constant(CodeBuilder code, int[] values) {
        int array = code.allocateLocal(TypeKind.REFERENCE);
        code.loadConstant(lanes).newarray(TypeKind.INT).astore(array);
        for (int lane = 0; lane < lanes; lane++) {
            code.aload(array).loadConstant(lane).loadConstant(values[lane]).iastore();
        }
        arithmetic.loadBits(code, loaded -> loaded.aload(array));
    }

    /** Local variables: 1 memory, 2 at, 3 rows. */
    private void run(CodeBuilder code) {
        int row = code.allocateLocal(TypeKind.INT);
        int column = code.allocateLocal(TypeKind.INT);
        int whole = shape.columns() / lanes * lanes;
        Label nextRow = code.newLabel();
        Label end = code.newLabel();
        code.iconst_0().istore(row);
        code.labelBinding(nextRow)
                .iload(row)
                .loadConstant(lanes)
                .iadd()
                .iload(3)
                .if_icmpgt(end);
        Label nextColumn = code.newLabel();
        Label rowEnd = code.newLabel();
        code.iconst_0().istore(column);
        code.labelBinding(nextColumn).iload(column).loadConstant(whole).if_icmpge(rowEnd);
        if (whole > 0) {
            call(code, "block", row, column);
        }
        code.iinc(column, lanes).goto_(nextColumn).labelBinding(rowEnd);
        if (whole < shape.columns()) {
            call(code, "last", row, column);
        }
        code.iinc(row, lanes).goto_(nextRow).labelBinding(end).return_();
    }

    private void call(CodeBuilder code, String name, int row, int column) {
        code.aload(1);
        code.aload(2).iconst_0().iaload();
        code.iload(row)
                .loadConstant(shape.resultRow())
                .imul()
                .iadd()
                .iload(column)
                .iadd();
        code.aload(2).iconst_1().iaload();
        code.iload(column)
                .loadConstant(shape.source().column())
                .imul()
                .iadd()
                .iload(row)
                .iadd();
        code.invokestatic(self, name, BLOCK);
    }

    /** A block with so many columns of the result; in place of the others, the last one is taken again. */
    private void block(CodeBuilder code, int columns) {
        int first = Locals.allocate(code, lanes);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < lanes; i++) {
            int offset = Math.min(i, columns - 1) * shape.source().column();
            arithmetic.load(
                    code,
                    TransposeWriter::memory,
                    index -> index.iload(SOURCE).loadConstant(offset).iadd());
            arithmetic.apply(code, Operation.TO_BITS, List.of(loaded -> {}));
            code.astore(first + i);
            rows.add(first + i);
        }
        for (int bit = 1; bit < lanes; bit *= 2) {
            exchange(code, rows, bit);
        }
        for (int i = 0; i < lanes; i++) {
            int row = rows.get(i);
            int offset = i * shape.resultRow();
            arithmetic.store(
                    code,
                    value -> arithmetic.apply(value, Operation.FROM_BITS, List.of(Locals.value(row))),
                    TransposeWriter::memory,
                    index -> index.iload(RESULT).loadConstant(offset).iadd());
        }
        code.return_();
    }

    private void exchange(CodeBuilder code, List<Integer> rows, int bit) {
        for (int i = 0; i < lanes; i++) {
            if ((i & bit) == 0) {
                int upper = rows.get(i);
                int lower = rows.get(i + bit);
                int kept = code.allocateLocal(TypeKind.REFERENCE);
                select(code, bit, true, upper, lower);
                code.astore(kept);
                select(code, bit, false, upper, lower);
                code.astore(lower);
                rows.set(i, kept);
            }
        }
    }

    private void select(CodeBuilder code, int bit, boolean isUpper, int upper, int lower) {
        arithmetic.select(
                code,
                lanes -> lanes.getstatic(self, name(bit, isUpper), arithmetic.type(Operation.Kind.BITS)),
                Locals.value(upper),
                Locals.value(lower));
    }

    private static void memory(CodeBuilder code) {
        code.aload(MEMORY);
    }
}
