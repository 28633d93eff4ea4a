package org.neuralredshift.backends.cuda.program;

import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.graph.Tensor;

/**
 * A product of matrices, tile by tile through shared memory, and the map behind it while its elements are in registers. A sum runs
 * in the order of the inner axis from zero with fmaf, whatever the tile. Operands are read wherever their views say.
 */
final class ProductKernel {
    private final Plan plan;
    private final Memory memory;
    private final Tensor.MatrixProduct product;
    private final Tensor result;
    private final Kernel kernel;
    private final Tile tile;
    private final int rows;
    private final int columns;
    private final int inner;

    ProductKernel(Plan plan, Memory memory, String name, Layer layer) {
        this.plan = plan;
        this.memory = memory;
        this.product = layer.product();
        this.result = layer.result();
        this.kernel = new Kernel(name, memory, plan.perNetwork(result));
        this.rows = product.shape().extent(0);
        this.columns = product.shape().extent(1);
        this.inner = product.left().shape().extent(1);
        this.tile = Tile.of(rows, columns, inner);
    }

    /** The kernel; nothing if the result has no element. */
    Optional<Step> step() {
        if (result.shape().size() == 0) {
            return Optional.empty();
        }
        long acrossTiles = (columns + tile.columns() - 1L) / tile.columns();
        long downTiles = (rows + tile.rows() - 1L) / tile.rows();
        Code code = kernel.code();
        if (inner > 0) {
            code.line("__shared__ float left[" + tile.depth() + "][" + tile.rows() + "];");
            code.line("__shared__ float right[" + tile.depth() + "][" + tile.columns() + "];");
        }
        code.line("const unsigned firstRow = blockIdx.x / " + acrossTiles + "u * " + tile.rows() + "u;");
        code.line("const unsigned firstColumn = blockIdx.x % " + acrossTiles + "u * " + tile.columns() + "u;");
        code.line("const unsigned down = threadIdx.x / " + tile.threadsAcross() + "u * " + tile.rowsEach() + "u;");
        code.line("const unsigned across = threadIdx.x % " + tile.threadsAcross() + "u * " + tile.columnsEach() + "u;");
        code.line("float sums[" + tile.rowsEach() + "][" + tile.columnsEach() + "] = {};");
        if (inner > 0) {
            code.open("for (unsigned start = 0; start < " + inner + "u; start += " + tile.depth() + "u)");
            TileLoad load = new TileLoad(plan, kernel, inner, tile.depth(), tile.threads());
            load.write(product.left(), true, tile.rows(), rows, "left[k][own] = element;");
            load.write(product.right(), false, tile.columns(), columns, "right[k][own] = element;");
            code.line("__syncthreads();");
            multiply();
            code.line("__syncthreads();");
            code.close();
        }
        store();
        String what = "product " + product.left().shape() + " x "
                + product.right().shape() + (result == product ? "" : " with the map behind it");
        return Optional.of(new Step(
                plan.section(result),
                kernel.launch(acrossTiles * downTiles, tile.threads()),
                kernel.source(what),
                what + ", tiles of " + tile.rows() + " x " + tile.columns() + ", " + tile.threads() + " threads with "
                        + tile.rowsEach() + " x " + tile.columnsEach() + " results each"));
    }

    private void multiply() {
        kernel.code().line("#pragma unroll");
        kernel.code().open("for (unsigned k = 0; k < " + tile.depth() + "u; k++)");
        each(() -> kernel.code().line("sums[r][c] = fmaf(left[k][down + r], right[k][across + c], sums[r][c]);"));
        kernel.code().close();
    }

    private void each(Runnable body) {
        Code code = kernel.code();
        code.line("#pragma unroll").open("for (unsigned r = 0; r < " + tile.rowsEach() + "u; r++)");
        code.line("#pragma unroll").open("for (unsigned c = 0; c < " + tile.columnsEach() + "u; c++)");
        body.run();
        code.close().close();
    }

    private void store() {
        each(() -> {
            Code code = kernel.code();
            code.line("const unsigned row = firstRow + down + r, column = firstColumn + across + c;");
            code.open("if (row < " + rows + "u && column < " + columns + "u)");
            List<Index> place = List.of(Index.variable("row", rows), Index.variable("column", columns));
            code.line("const float sum = sums[r][c];");
            code.remember(product, place, "sum");
            String value = result == product ? "sum" : new Reading(plan, kernel).computed(result, place);
            String target = kernel.argument(memory.of(result), true);
            code.line(target + "[" + Reading.flat(place, result.shape()).text() + "] = " + value + ";");
            code.close();
        });
    }
}
