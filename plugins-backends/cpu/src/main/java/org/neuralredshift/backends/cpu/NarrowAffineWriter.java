package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;

/**
 * Writes z = W x + b for the few inputs of a first layer: all inputs of a group of columns stay in registers, and one loop
 * goes over the rows. A block of rows would spend more on entering and leaving than on its products.
 */
final class NarrowAffineWriter {
    private static final int MEMORY = 1;
    private static final int AT = 2;
    private static final int ROWS = 3;

    private final AffineShape shape;
    private final VectorArithmetic arithmetic;
    private final int lanes;
    private final int vectors;

    private NarrowAffineWriter(AffineShape shape, int lanes) {
        this.shape = shape;
        this.arithmetic = new VectorArithmetic(lanes);
        this.lanes = lanes;
        this.vectors = arithmetic.group();
    }

    /** The kernel for vectors of that many lanes. */
    static TileKernel write(AffineShape shape, int lanes) {
        return HiddenKernel.define((kernel, self) -> new NarrowAffineWriter(shape, lanes).method(kernel));
    }

    private void method(ClassBuilder kernel) {
        kernel.withMethodBody("run", HiddenKernel.RUN, ClassFile.ACC_PUBLIC, code -> new Run(code).write());
    }

    private final class Run {
        private final CodeBuilder code;
        private final int row;
        private final int weight;
        private final int firstInput;
        private final int firstSum;

        Run(CodeBuilder code) {
            this.code = code;
            this.row = code.allocateLocal(TypeKind.INT);
            this.weight = code.allocateLocal(TypeKind.REFERENCE);
            this.firstInput = Locals.allocate(code, shape.fanIn() * vectors);
            this.firstSum = Locals.allocate(code, vectors);
        }

        void write() {
            for (int column = 0; column < TILE; column += vectors * lanes) {
                loadInputs(column);
                rows(column);
            }
            code.return_();
        }

        private int input(int k, int vector) {
            return firstInput + k * vectors + vector;
        }

        private void loadInputs(int column) {
            for (int k = 0; k < shape.fanIn(); k++) {
                for (int vector = 0; vector < vectors; vector++) {
                    int offset = k * TILE + column + vector * lanes;
                    arithmetic.load(
                            code,
                            Run::memory,
                            index -> at(index, AffineShape.IN)
                                    .loadConstant(offset)
                                    .iadd());
                    code.astore(input(k, vector));
                }
            }
        }

        private void rows(int column) {
            Label top = code.newLabel();
            Label end = code.newLabel();
            code.iconst_0().istore(row).labelBinding(top).iload(row).iload(ROWS).if_icmpge(end);
            start();
            for (int k = 0; k < shape.fanIn(); k++) {
                multiply(k);
            }
            finish(column);
            code.iinc(row, 1).goto_(top).labelBinding(end);
        }

        private void start() {
            if (shape.bias()) {
                arithmetic.broadcast(
                        code,
                        bias -> at(bias.aload(MEMORY), AffineShape.BIAS)
                                .iload(row)
                                .iadd()
                                .faload());
            } else {
                arithmetic.constant(code, 0f);
            }
            code.astore(weight);
            for (int vector = 0; vector < vectors; vector++) {
                code.aload(weight).astore(firstSum + vector);
            }
        }

        private void multiply(int k) {
            arithmetic.broadcast(
                    code,
                    number -> at(number.aload(MEMORY), AffineShape.WEIGHTS)
                            .iload(row)
                            .loadConstant(shape.rowStride())
                            .imul()
                            .iadd()
                            .loadConstant(k * shape.columnStride())
                            .iadd()
                            .faload());
            code.astore(weight);
            for (int vector = 0; vector < vectors; vector++) {
                int sum = firstSum + vector;
                arithmetic.apply(
                        code,
                        Operation.FMA,
                        List.of(Locals.value(weight), Locals.value(input(k, vector)), Locals.value(sum)));
                code.astore(sum);
            }
        }

        private void finish(int column) {
            for (int vector = 0; vector < vectors; vector++) {
                int sum = firstSum + vector;
                if (shape.rectified()) {
                    arithmetic.rectify(code, sum);
                }
                int offset = column + vector * lanes;
                arithmetic.store(
                        code,
                        Locals.value(sum),
                        Run::memory,
                        index -> at(index, AffineShape.OUT)
                                .iload(row)
                                .loadConstant(TILE)
                                .imul()
                                .iadd()
                                .loadConstant(offset)
                                .iadd());
            }
        }

        private static CodeBuilder at(CodeBuilder code, int position) {
            return code.aload(AT).loadConstant(position).iaload();
        }

        private static void memory(CodeBuilder code) {
            code.aload(MEMORY);
        }
    }
}
