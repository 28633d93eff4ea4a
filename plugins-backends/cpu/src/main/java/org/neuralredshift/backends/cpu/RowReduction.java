package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.neuralredshift.backends.cpu.MatrixKernels.PAD;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.neuralredshift.backends.cpu.Arithmetic.Value;

/**
 * Row after row: {@link MatrixKernels#PAD} partial results, in the lanes of vectors or in an array, take the columns in turn and
 * are then joined as a tree.
 */
final class RowReduction extends Reducing {
    private static final ClassDesc PARTIALS = ClassDesc.of(Partials.class.getName());

    RowReduction(CodeBuilder code, ClassDesc self, Arithmetic arithmetic, MatrixReduceShape shape) {
        super(code, self, arithmetic, shape);
    }

    @Override
    void write() {
        switch (arithmetic) {
            case VectorArithmetic vectors -> inVectors(vectors);
            case ScalarArithmetic single -> inAnArray();
        }
        code.return_();
    }

    private void inVectors(VectorArithmetic vectors) {
        int[] partials = variables(PAD / vectors.lanes());
        int whole = shape.columns() / PAD * PAD;
        boolean writtenOut = whole / vectors.lanes() <= most();
        rows(() -> {
            for (int partial : partials) {
                arithmetic.constant(code, identity());
                code.storeLocal(kind, partial);
            }
            code.iconst_0().istore(column);
            if (writtenOut) {
                for (int from = 0; from < whole; from += PAD) {
                    add(partials, from, PAD);
                }
            } else {
                columns(whole, PAD, () -> add(partials, 0, PAD));
            }
            add(partials, writtenOut ? whole : 0, shape.columns() - whole);
            join(vectors, partials);
            store(lane -> vectors.firstLane(lane, value(partials[0])));
        });
    }

    /** Takes so many columns into the partial results; lanes beyond them take what changes nothing. */
    private void add(int[] partials, int from, int count) {
        int lanes = arithmetic.lanes();
        for (int i = 0; i * lanes < count; i++) {
            elements.compute(from + i * lanes);
            int present = count - i * lanes;
            reduce(partials[i], present >= lanes ? elements.result(0) : only(present));
        }
    }

    private Value only(int present) {
        return selected -> arithmetic.apply(
                selected,
                Operation.IF_LESS,
                List.of(
                        numbers -> arithmetic.load(
                                numbers,
                                array -> array.getstatic(PARTIALS, "NUMBERS", HiddenKernel.FLOATS),
                                CodeBuilder::iconst_0),
                        limit -> arithmetic.constant(limit, (float) present),
                        elements.result(0),
                        other -> arithmetic.constant(other, identity())));
    }

    private void join(VectorArithmetic vectors, int[] partials) {
        for (int distance = PAD / 2; distance > 0; distance /= 2) {
            int apart = distance / vectors.lanes();
            for (int i = 0; i < apart; i++) {
                reduce(partials[i], value(partials[i + apart]));
            }
            if (apart == 0) {
                int further = distance;
                reduce(partials[0], rotated -> vectors.rotate(rotated, value(partials[0]), further));
            }
        }
    }

    private void store(Value value) {
        code.aload(0).iload(out).iload(row).iadd();
        value.push(code);
        code.fastore();
    }

    private void inAnArray() {
        int partials = code.allocateLocal(TypeKind.REFERENCE);
        MethodTypeDesc fill = MethodTypeDesc.of(CD_void, HiddenKernel.FLOATS, CD_float);
        MethodTypeDesc join = MethodTypeDesc.of(CD_float, HiddenKernel.FLOATS);
        code.loadConstant(PAD).newarray(TypeKind.FLOAT).astore(partials);
        rows(() -> {
            code.aload(partials).loadConstant(identity());
            code.invokestatic(ClassDesc.of("java.util.Arrays"), "fill", fill);
            code.iconst_0().istore(column);
            columns(shape.columns(), 1, () -> {
                elements.compute(0);
                Value index = place -> place.iload(column).loadConstant(PAD - 1).iand();
                Value old = element -> arithmetic.load(element, array -> array.aload(partials), index);
                arithmetic.store(
                        code,
                        sum -> arithmetic.apply(sum, operation(), List.of(old, elements.result(0))),
                        array -> array.aload(partials),
                        index);
            });
            store(joined -> joined.aload(partials)
                    .invokestatic(PARTIALS, operation() == Operation.ADD ? "sum" : "maximum", join));
        });
    }
}
