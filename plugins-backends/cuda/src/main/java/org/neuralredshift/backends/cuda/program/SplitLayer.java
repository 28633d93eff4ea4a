package org.neuralredshift.backends.cuda.program;

import java.util.List;
import org.neuralredshift.api.graph.Tensor;

/**
 * Writes a layer of a chain on tensor cores, as {@link Products#SPLIT_TF32} says. The weights are split when they are copied to shared
 * memory, once for all points; a warp splits the features of 32 points while it reads them, and has all or up to 64 of the results
 * of these points.
 */
final class SplitLayer {
    private final Plan plan;
    private final Memory memory;
    private final Kernel kernel;
    private final Code code;
    private final ChainTile tile;
    private final Points points;

    SplitLayer(Plan plan, Memory memory, Kernel kernel, ChainTile tile, Points points) {
        this.plan = plan;
        this.memory = memory;
        this.kernel = kernel;
        this.code = kernel.code();
        this.tile = tile;
        this.points = points;
    }

    /** Transposed to [rows][stride], first all that is high and then all that is low, zeros beyond the inputs and the width. */
    void copyWeights(Tensor.MatrixProduct product, ChainTile.Share share) {
        int inputs = product.right().shape().extent(0);
        int width = product.right().shape().extent(1);
        int rows = share.rows(inputs);
        int padded = share.lots(width) * share.features();
        code.open("for (unsigned e = threadIdx.x; e < " + rows * padded + "u; e += " + tile.threads() + "u)");
        code.line("const unsigned depth = e % " + rows + "u, column = e / " + rows + "u;");
        code.line("float weight = 0.0f;");
        code.open("if (depth < " + inputs + "u && column < " + width + "u)");
        List<Index> place = List.of(Index.variable("depth", inputs), Index.variable("column", width));
        code.line("weight = " + new Reading(plan, kernel).value(product.right(), place) + ";")
                .close();
        code.line("float* const target = shared + " + share.offset() + "u + depth * " + share.stride() + "u + column;");
        code.line("split(weight, target[0], target[" + rows * share.stride() + "]);");
        code.close();
    }

    void layer(Layer layer, ChainTile.Share share, boolean isLast) {
        int downWarps = tile.points() / share.points();
        int threads = 32 * downWarps * share.lots(layer.width());
        boolean isAll = threads == tile.threads();
        code.open("");
        code.line("const unsigned warp = threadIdx.x / 32u, lane = threadIdx.x % 32u;");
        code.line("const unsigned group = lane / 4u, quad = lane % 4u;");
        code.line("const unsigned down = warp % " + downWarps + "u * " + share.points() + "u + group;");
        code.line("const unsigned across = warp / " + downWarps + "u * " + share.features() + "u;");
        code.line("float sums[" + down(share) + "][" + across(share) + "][4] = {};");
        code.open(isAll ? "" : "if (threadIdx.x < " + threads + "u)");
        multiply(layer.inputs(), share);
        code.close();
        if (!isLast) {
            code.line("__syncthreads();");
        }
        code.open(isAll ? "" : "if (threadIdx.x < " + threads + "u)");
        finish(layer, share, isLast);
        code.close();
        code.close();
    }

    private static int down(ChainTile.Share share) {
        return share.points() / SplitTile.ROWS;
    }

    private static int across(ChainTile.Share share) {
        return share.features() / SplitTile.COLUMNS;
    }

    private void multiply(int inputs, ChainTile.Share share) {
        int rows = share.rows(inputs);
        int low = rows * share.stride();
        code.line("const float* const weight = shared + " + share.offset() + " + across + group;");
        code.line("const float* const value = values + down;");
        code.open("for (unsigned k = 0; k < " + rows + "u; k += 8u)");
        code.line("float part[" + down(share) + "][2][4];");
        loop("m", down(share));
        loop("i", 4);
        code.line("const unsigned depth = k + quad + i / 2u * 4u;");
        String x = "value[depth * " + tile.stride() + "u + m * 16u + i % 2u * 8u]";
        code.line("const float x = " + (rows == inputs ? x : "depth < " + inputs + "u ? " + x + " : 0.0f") + ";");
        code.line("split(x, part[m][0][i], part[m][1][i]);");
        code.close().close();
        loop("n", across(share));
        code.line("const float* const own = weight + (k + quad) * " + share.stride() + "u + n * 8u;");
        code.line("const float high[2] = {own[0], own[" + 4 * share.stride() + "]};");
        code.line("const float low[2] = {own[" + low + "], own[" + (low + 4 * share.stride()) + "]};");
        loop("m", down(share));
        code.line("multiply_split(sums[m][n], part[m][0], part[m][1], high, low);");
        code.close().close().close();
    }

    private void loop(String variable, int count) {
        code.line("#pragma unroll")
                .open("for (unsigned " + variable + " = 0; " + variable + " < " + count + "u; " + variable + "++)");
    }

    private void finish(Layer layer, ChainTile.Share share, boolean isLast) {
        loop("n", across(share));
        loop("m", down(share));
        loop("i", 4);
        code.line("const unsigned column = across + n * 8u + quad * 2u + i % 2u;");
        code.open(
                share.lots(layer.width()) * share.features() == layer.width()
                        ? ""
                        : "if (column < " + layer.width() + "u)");
        code.line("const unsigned point = down + m * 16u + i / 2u * 8u;");
        code.line("const unsigned row = " + points.row("point") + ";");
        code.line("const float sum = sums[m][n][i];");
        List<Index> place = List.of(Index.variable("row", points.all()), Index.variable("column", layer.width()));
        code.remember(layer.product(), place, "sum");
        Tensor result = layer.result();
        String value = layer.map() == null ? "sum" : new Reading(plan, kernel).computed(result, place);
        if (isLast) {
            String target = kernel.argument(memory.of(result), true);
            code.line(points.guard() + target + "["
                    + Reading.flat(place, result.shape()).text() + "] = " + value + ";");
        } else {
            code.line("values[column * " + tile.stride() + "u + point] = " + value + ";");
        }
        code.close().close().close().close();
    }
}
