package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.graph.Shape;

/** Steps that bring a tensor into another order, and views that need none. */
final class MatrixCopies {
    private final MatrixKernels kernels;

    MatrixCopies(MatrixKernels kernels) {
        this.kernels = kernels;
    }

    /** A step that copies a tensor, row-major, into new memory for the same shape or for another one of the same size. */
    MatrixStep copy(Place from, Place to, boolean last) {
        Shape shape = to.view().shape();
        MatrixView source = MatrixView.of(from.view());
        MatrixView result = MatrixView.of(to.view());
        boolean same = from.view().shape().equals(shape);
        if (!same || source == null || result == null) {
            return exactly(from, to, last);
        }
        boolean column = source.columns() == 1;
        CopyShape literals = column
                ? new CopyShape(source.rows(), new Strides(0, source.strides().row()), 0)
                : new CopyShape(
                        source.columns(), source.strides(), result.strides().row());
        List<MatrixStep.At> at = List.of(to.at(), from.at());
        return new MatrixStep(kernels.copy(literals), at, column ? 1 : source.rows(), last, shape + " copy");
    }

    /** A step that writes nothing but the elements of a view. */
    MatrixStep exactly(Place from, Place to, boolean last) {
        ElementCopy kernel = new ElementCopy(to.view(), from.view());
        return new MatrixStep(
                kernel, List.of(to.at(), from.at()), 1, last, to.view().shape() + " element by element");
    }

    /** A tensor under another shape without a copy, if it lies so. */
    static @Nullable Place reshaped(Place place, Shape shape) {
        ParameterView view = place.view();
        if (view.isContiguous()) {
            return new Place(place.buffer(), ParameterView.rowMajor(shape, view.position()));
        }
        MatrixView matrix = MatrixView.of(view);
        if (matrix == null || shape.rank() == 0 || MatrixView.columns(shape) != matrix.columns()) {
            return null;
        }
        List<Integer> strides = new ArrayList<>();
        for (int stride : ParameterView.rowMajor(shape.with(-1, 1), 0).strides()) {
            strides.add(stride * matrix.strides().row());
        }
        strides.set(shape.rank() - 1, matrix.strides().column());
        return new Place(place.buffer(), new ParameterView(shape, view.position(), strides));
    }
}
