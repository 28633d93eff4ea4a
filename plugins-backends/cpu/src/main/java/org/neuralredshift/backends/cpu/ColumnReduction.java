package org.neuralredshift.backends.cpu;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;

/** Several vectors of columns at a time go down the rows of a call, as independent chains, from what lies in the result. */
final class ColumnReduction extends Reducing {
    private static final int MOST_VECTORS = 8;

    ColumnReduction(CodeBuilder code, ClassDesc self, Arithmetic arithmetic, MatrixReduceShape shape) {
        super(code, self, arithmetic, shape);
    }

    @Override
    void write() {
        int lanes = arithmetic.lanes();
        int vectors = (shape.columns() + lanes - 1) / lanes;
        int step = Math.min(vectors, Math.min(most(), MOST_VECTORS));
        int[] partials = variables(step);
        code.iconst_0().istore(column);
        columns(vectors / step * step * lanes, step * lanes, () -> down(partials, step));
        down(partials, vectors % step);
        code.return_();
    }

    private void down(int[] partials, int count) {
        if (count == 0) {
            return;
        }
        int lanes = arithmetic.lanes();
        for (int i = 0; i < count; i++) {
            arithmetic.load(code, MatrixElements::memory, elements.index(out, i * lanes));
            code.storeLocal(kind, partials[i]);
        }
        rows(() -> {
            for (int i = 0; i < count; i++) {
                elements.compute(i * lanes);
                reduce(partials[i], elements.result(0));
            }
        });
        for (int i = 0; i < count; i++) {
            arithmetic.store(code, value(partials[i]), MatrixElements::memory, elements.index(out, i * lanes));
        }
    }
}
