package org.neuralredshift.backends.cuda.program;

import java.util.List;
import org.neuralredshift.api.graph.Tensor;

/**
 * A product of matrices on tensor cores, as {@link Products#SPLIT_TF32} says, and the map behind it. Operands are split while they are
 * brought to shared memory, once for all warps; a warp has up to 32 x 32 sums.
 */
final class SplitProductKernel {
    private final Plan plan;
    private final Memory memory;
    private final Tensor.MatrixProduct product;
    private final Tensor result;
    private final Kernel kernel;
    private final SplitTile tile;
    private final int rows;
    private final int columns;
    private final int inner;

    SplitProductKernel(Plan plan, Memory memory, String name, Layer layer) {
        this.plan = plan;
        this.memory = memory;
        this.product = layer.product();
        this.result = layer.result();
        this.kernel = new Kernel(name, memory, plan.perNetwork(result));
        this.rows = layer.points();
        this.columns = layer.width();
        this.inner = layer.inputs();
        this.tile = SplitTile.of(rows, columns, inner);
    }

    Step step() {
        int acrossTiles = (columns + tile.columns() - 1) / tile.columns();
        int downTiles = (rows + tile.rows() - 1) / tile.rows();
        Code code = kernel.code();
        for (String part : List.of("High", "Low")) {
            code.line(
                    "__shared__ float left" + part + "[" + tile.depth() + "][" + SplitTile.stride(tile.rows()) + "];");
            code.line("__shared__ float right" + part + "[" + tile.depth() + "][" + SplitTile.stride(tile.columns())
                    + "];");
        }
        code.line("const unsigned firstRow = blockIdx.x / " + acrossTiles + "u * " + tile.rows() + "u;");
        code.line("const unsigned firstColumn = blockIdx.x % " + acrossTiles + "u * " + tile.columns() + "u;");
        code.line("const unsigned warp = threadIdx.x / 32u, lane = threadIdx.x % 32u;");
        code.line("const unsigned group = lane / 4u, quad = lane % 4u;");
        code.line("const unsigned down = warp / " + tile.warpsAcross() + "u * " + tile.warpRows() + "u + group;");
        code.line("const unsigned across = warp % " + tile.warpsAcross() + "u * " + tile.warpColumns() + "u;");
        code.line("float sums[" + tile.warpRows() / SplitTile.ROWS + "][" + tile.warpColumns() / SplitTile.COLUMNS
                + "][4] = {};");
        code.open("for (unsigned start = 0; start < " + inner + "u; start += " + tile.depth() + "u)");
        TileLoad load = new TileLoad(plan, kernel, inner, tile.depth(), tile.threads());
        load.write(product.left(), true, tile.rows(), rows, "split(element, leftHigh[k][own], leftLow[k][own]);");
        load.write(
                product.right(),
                false,
                tile.columns(),
                columns,
                "split(element, rightHigh[k][own], rightLow[k][own]);");
        code.line("__syncthreads();");
        multiply();
        code.line("__syncthreads();");
        code.close();
        store();
        String what = "product " + product.left().shape() + " x "
                + product.right().shape() + " in split TF32" + (result == product ? "" : " with the map behind it");
        return new Step(
                plan.section(result),
                kernel.launch((long) acrossTiles * downTiles, tile.threads()),
                kernel.source(what),
                what + ", tiles of " + tile.rows() + " x " + tile.columns() + ", " + tile.threads() / 32
                        + (tile.threads() == 32 ? " warp with " : " warps with ") + tile.warpRows() + " x "
                        + tile.warpColumns() + " results each");
    }

    private void multiply() {
        Code code = kernel.code();
        loop("k", tile.depth(), SplitTile.COLUMNS);
        code.line("float leftPart[" + tile.warpRows() / SplitTile.ROWS + "][2][4];");
        loop("m", tile.warpRows() / SplitTile.ROWS, 1);
        loop("i", 4, 1);
        code.line("leftPart[m][0][i] = leftHigh[k + quad + i / 2u * 4u][down + m * 16u + i % 2u * 8u];");
        code.line("leftPart[m][1][i] = leftLow[k + quad + i / 2u * 4u][down + m * 16u + i % 2u * 8u];");
        code.close().close();
        loop("n", tile.warpColumns() / SplitTile.COLUMNS, 1);
        code.line("const unsigned own = across + n * 8u + group;");
        code.line("const float high[2] = {rightHigh[k + quad][own], rightHigh[k + quad + 4u][own]};");
        code.line("const float low[2] = {rightLow[k + quad][own], rightLow[k + quad + 4u][own]};");
        loop("m", tile.warpRows() / SplitTile.ROWS, 1);
        code.line("multiply_split(sums[m][n], leftPart[m][0], leftPart[m][1], high, low);");
        code.close().close().close();
    }

    private void loop(String variable, int count, int step) {
        kernel.code()
                .line("#pragma unroll")
                .open("for (unsigned " + variable + " = 0; " + variable + " < " + count + "u; " + variable
                        + (step == 1 ? "++" : " += " + step + "u") + ")");
    }

    private void store() {
        Code code = kernel.code();
        loop("m", tile.warpRows() / SplitTile.ROWS, 1);
        loop("n", tile.warpColumns() / SplitTile.COLUMNS, 1);
        loop("i", 4, 1);
        code.line("const unsigned row = firstRow + down + m * 16u + i / 2u * 8u;");
        code.line("const unsigned column = firstColumn + across + n * 8u + quad * 2u + i % 2u;");
        code.open("if (row < " + rows + "u && column < " + columns + "u)");
        List<Index> place = List.of(Index.variable("row", rows), Index.variable("column", columns));
        code.line("const float sum = sums[m][n][i];");
        code.remember(product, place, "sum");
        String value = result == product ? "sum" : new Reading(plan, kernel).computed(result, place);
        String target = kernel.argument(memory.of(result), true);
        code.line(target + "[" + Reading.flat(place, result.shape()).text() + "] = " + value + ";");
        code.close().close().close().close();
    }
}
