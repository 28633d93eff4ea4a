package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cpu.MatrixStep.At;
import org.neuralredshift.backends.cpu.WorkOrder.Ordered;

/**
 * Lowers a product of matrices. The left factor may lie in any order; rows of the right one have unit stride, or are copied
 * so. A product of one column is a sum along each row, or the row of the transposed product.
 */
final class ProductLowering {
    private static final List<Integer> SWAPPED = List.of(1, 0);
    private static final ExpressionCode TIMES =
            ExpressionCode.of(Scalar.input(0).times(Scalar.input(1)));

    private final MatrixKernels kernels;
    private final Places places;
    private final Ordered pass;

    ProductLowering(MatrixKernels kernels, Places places, Ordered pass) {
        this.kernels = kernels;
        this.places = places;
        this.pass = pass;
    }

    List<MatrixStep> lower(Work.Product product) {
        Place left = places.of(product.left(), pass.last());
        Place right = places.of(product.right(), pass.last());
        String text = product.left().shape() + " x " + product.right().shape();
        if (product.right().shape().extent(1) != 1) {
            boolean unit = right.matrix().strides().column() == 1;
            Place rows = unit ? right : places.dense(product.right(), pass.last());
            Place bias = product.bias() == null ? null : row(product.bias());
            return List.of(multiply(product.result(), left, rows, bias, bias == null ? text : text + " + row"));
        }
        Place transposed = left.transposed(SWAPPED);
        if (left.matrix().strides().column() != 1
                && transposed.matrix().strides().column() == 1) {
            return List.of(
                    multiply(product.result(), right.transposed(SWAPPED), transposed, null, text + ", as a row"));
        }
        boolean readable = left.matrix().strides().column() <= 1;
        Place rows = readable ? left : places.dense(product.left(), pass.last());
        Place column = right.transposed(SWAPPED);
        boolean unit = column.matrix().strides().column() <= 1;
        Place along = unit ? column : places.dense(product.right(), pass.last()).transposed(SWAPPED);
        return List.of(dot(product.result(), rows, along, text + ", row by row"));
    }

    private Place row(Tensor bias) {
        Place place = places.of(bias, pass.last());
        return place.view().strides().getLast() == 1 ? place : places.dense(bias, pass.last());
    }

    private MatrixStep multiply(Tensor result, Place left, Place right, @Nullable Place bias, String text) {
        int columns = right.view().shape().extent(1);
        ProductShape shape = new ProductShape(
                columns,
                left.view().shape().extent(1),
                left.matrix().strides(),
                right.matrix().strides().row(),
                ParameterView.padded(columns),
                bias == null ? ProductShape.Start.ZERO : ProductShape.Start.BIAS);
        List<At> at = new ArrayList<>(List.of(places.take(result).at(), left.at(), right.at()));
        if (bias != null) {
            at.add(bias.at());
        }
        int rows = left.view().shape().extent(0);
        return new MatrixStep(kernels.product(shape), at, rows, pass.last(), text);
    }

    private MatrixStep dot(Tensor result, Place left, Place row, String text) {
        List<Strides> strides = List.of(left.matrix().strides(), row.matrix().strides());
        MatrixReduceShape shape = new MatrixReduceShape(
                Tensor.Reduction.SUM, TIMES, strides, left.view().shape().extent(1), 1);
        List<At> at = List.of(places.take(result).at(), left.at(), row.at());
        int rows = left.view().shape().extent(0);
        return new MatrixStep(kernels.reduce(shape), at, rows, pass.last(), text);
    }
}
