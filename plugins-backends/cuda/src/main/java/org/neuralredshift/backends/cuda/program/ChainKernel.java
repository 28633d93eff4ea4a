package org.neuralredshift.backends.cuda.program;

import java.util.List;
import org.neuralredshift.api.graph.Tensor;

/**
 * One kernel for a chain of layers: a block copies the weights of a network to shared memory, and takes tiles of points through all
 * layers. Between two layers a tile lies in shared memory; a thread keeps its sums in registers, and applies the map to them. Sums
 * run in the order of the inner axis from zero with fmaf, or on tensor cores, as in the kernel of a single product: the bits are the
 * same.
 */
final class ChainKernel {
    private final Plan plan;
    private final Memory memory;
    private final List<Layer> layers;
    private final ChainTile tile;
    private final Kernel kernel;
    private final Code code;
    private final Points points;
    private final SplitLayer split;

    ChainKernel(Plan plan, Memory memory, String name, List<Layer> layers, ChainTile tile) {
        this.plan = plan;
        this.memory = memory;
        this.layers = layers;
        this.tile = tile;
        this.kernel = new Kernel(name, memory, plan.perNetwork(layers.getLast().result()));
        this.code = kernel.code();
        this.points = new Points(layers.getFirst().points(), tile.points());
        this.split = new SplitLayer(plan, memory, kernel, tile, points);
    }

    Step step() {
        Layer last = layers.getLast();
        int each = tile.points() * tile.tiles();
        code.line("extern __shared__ float4 dynamicShared[];");
        code.line("float* const shared = (float*) dynamicShared;");
        code.line("float* const values = shared + " + tile.featuresOffset(last) + ";");
        for (int number = 0; number < layers.size(); number++) {
            Tensor.MatrixProduct product = layers.get(number).product();
            ChainTile.Share share = tile.shares().get(number);
            if (share.isSplit()) {
                split.copyWeights(product, share);
            } else {
                copyWeights(product, share);
            }
        }
        code.line("const unsigned start = blockIdx.x * " + each + "u;");
        code.open("for (unsigned first = start; first < " + points.all() + "u && first < start + " + each
                + "u; first += " + tile.points() + "u)");
        code.line("__syncthreads();");
        copyPoints();
        for (int number = 0; number < layers.size(); number++) {
            code.line("__syncthreads();");
            Layer layer = layers.get(number);
            ChainTile.Share share = tile.shares().get(number);
            if (share.isSplit()) {
                split.layer(layer, share, layer == last);
            } else {
                layer(layer, share, layer == last);
            }
        }
        code.close();
        String what =
                "chain of " + layers.size() + " layers, " + layers.getFirst().inputs() + " inputs, widths "
                        + layers.stream().map(Layer::width).toList() + precision() + ", " + points.all() + " points";
        int bytes = tile.sharedBytes(last);
        Launch launch = kernel.launch((points.all() + each - 1) / each, tile.threads(), bytes, null);
        String bounds = "__launch_bounds__(" + tile.threads() + ", " + tile.blocksPerProcessor() + ") ";
        return new Step(
                plan.section(last.result()),
                launch,
                kernel.source(what, bounds),
                what + ", " + Estimate.of(layers, tile, bytes));
    }

    private String precision() {
        long number = tile.shares().stream().filter(ChainTile.Share::isSplit).count();
        return number == 0 ? "" : ", " + number + " of them in split TF32";
    }

    /** Transposed to [inputs][stride], zeros beyond the width. */
    private void copyWeights(Tensor.MatrixProduct product, ChainTile.Share share) {
        int inputs = product.right().shape().extent(0);
        int width = product.right().shape().extent(1);
        if (inputs == 0) {
            return;
        }
        int padded = share.lots(width) * share.features();
        code.open("for (unsigned e = threadIdx.x; e < " + inputs * padded + "u; e += " + tile.threads() + "u)");
        code.line("const unsigned depth = e % " + inputs + "u, column = e / " + inputs + "u;");
        code.line("float weight = 0.0f;");
        code.open(padded == width ? "" : "if (column < " + width + "u)");
        List<Index> place = List.of(Index.variable("depth", inputs), Index.variable("column", width));
        code.line("weight = " + new Reading(plan, kernel).value(product.right(), place) + ";")
                .close();
        code.line("shared[" + share.offset() + "u + depth * " + share.stride() + "u + column] = weight;");
        code.close();
    }

    /** The inputs of a tile; points beyond the last are the last. */
    private void copyPoints() {
        Tensor left = layers.getFirst().product().left();
        int inputs = layers.getFirst().inputs();
        if (inputs == 0) {
            return;
        }
        code.open("for (unsigned e = threadIdx.x; e < " + inputs * tile.points() + "u; e += " + tile.threads() + "u)");
        code.line("const unsigned point = e % " + tile.points() + "u, depth = e / " + tile.points() + "u;");
        code.line("const unsigned row = " + points.row("point") + ";");
        List<Index> place = List.of(Index.variable("row", points.all()), Index.variable("depth", inputs));
        String value = new Reading(plan, kernel).value(left, place);
        code.line("values[depth * " + tile.stride() + "u + point] = " + value + ";");
        code.close();
    }

    private void layer(Layer layer, ChainTile.Share share, boolean isLast) {
        int groups = tile.points() / share.points();
        int items = groups * share.lots(layer.width());
        code.open("");
        places(groups, share.lots(layer.width()));
        code.line("float sums[" + share.features() + "][" + share.points() + "] = {};");
        boolean isAll = items == tile.threads();
        code.open(isAll ? "" : "if (threadIdx.x < " + items + "u)");
        multiply(layer, share, groups);
        code.close();
        if (!isLast) {
            code.line("__syncthreads();");
        }
        code.open(isAll ? "" : "if (threadIdx.x < " + items + "u)");
        finish(layer, share, groups, isLast);
        code.close();
        code.close();
    }

    /** A warp takes 8 groups of points and 4 lots of features where it can: then its threads read 96 numbers together, not 264. */
    private void places(int groups, int lots) {
        if (groups % 8 == 0 && lots % 4 == 0) {
            int warps = groups / 8;
            code.line("const unsigned warp = threadIdx.x / 32u, lane = threadIdx.x % 32u;");
            code.line("const unsigned group = warp % " + warps + "u * 8u + lane % 8u, lot = warp / " + warps
                    + "u * 4u + lane / 8u;");
        } else {
            code.line("const unsigned group = threadIdx.x % " + groups + "u, lot = threadIdx.x / " + groups + "u;");
        }
    }

    private void multiply(Layer layer, ChainTile.Share share, int groups) {
        String weights = "shared + " + share.offset() + " + lot * " + share.features();
        code.line("const float* const weight = " + weights + ";");
        code.line("const float* const value = values + group * " + (share.points() < 4 ? 1 : 4) + ";");
        code.line("#pragma unroll 4");
        code.open("for (unsigned k = 0; k < " + layer.inputs() + "u; k++)");
        code.line("float w[" + share.features() + "], x[" + share.points() + "];");
        load("w", "weight + k * " + share.stride(), share.features(), 1, 4);
        load("x", "value + k * " + tile.stride(), share.points(), groups, tile.points() / 2);
        code.line("#pragma unroll").open("for (unsigned c = 0; c < " + share.features() + "u; c++)");
        code.line("#pragma unroll").open("for (unsigned r = 0; r < " + share.points() + "u; r++)");
        code.line("sums[c][r] = fmaf(x[r], w[c], sums[c][r]);");
        code.close().close();
        code.close();
    }

    /** Four numbers at once where there are four; the second four lie {@code apart} from the first. */
    private void load(String name, String address, int count, int stride, int apart) {
        for (int i = 0; i < count && count < 4; i++) {
            code.line(name + "[" + i + "] = (" + address + ")[" + i * stride + "];");
        }
        for (int four = 0; four < count / 4; four++) {
            String part = name + "4_" + four;
            code.line("const float4 " + part + " = *(const float4*) (" + address + " + " + four * apart + ");");
            for (int i = 0; i < 4; i++) {
                code.line(name + "[" + (4 * four + i) + "] = " + part + "." + "xyzw".charAt(i) + ";");
            }
        }
    }

    private void finish(Layer layer, ChainTile.Share share, int groups, boolean isLast) {
        code.line("#pragma unroll").open("for (unsigned c = 0; c < " + share.features() + "u; c++)");
        code.line("const unsigned column = lot * " + share.features() + "u + c;");
        code.open(layer.width() % share.features() == 0 ? "" : "if (column < " + layer.width() + "u)");
        code.line("float done[" + share.points() + "];");
        code.line("#pragma unroll").open("for (unsigned r = 0; r < " + share.points() + "u; r++)");
        code.line("const unsigned point = " + point(share, groups) + ";");
        code.line("const unsigned row = " + points.row("point") + ";");
        code.line("const float sum = sums[c][r];");
        List<Index> place = List.of(Index.variable("row", points.all()), Index.variable("column", layer.width()));
        code.remember(layer.product(), place, "sum");
        Tensor result = layer.result();
        code.line(
                "done[r] = " + (layer.map() == null ? "sum" : new Reading(plan, kernel).computed(result, place)) + ";");
        if (isLast) {
            String target = kernel.argument(memory.of(result), true);
            code.line(points.guard() + target + "["
                    + Reading.flat(place, result.shape()).text() + "] = done[r];");
        }
        code.close();
        if (!isLast) {
            store(share, groups);
        }
        code.close().close();
    }

    private String point(ChainTile.Share share, int groups) {
        return switch (share.points()) {
            case 1 -> "group";
            case 2 -> "group + r * " + groups + "u";
            case 4 -> "group * 4u + r";
            default -> "r / 4u * " + tile.points() / 2 + "u + group * 4u + r % 4u";
        };
    }

    private void store(ChainTile.Share share, int groups) {
        String line = "values + column * " + tile.stride() + "u + group";
        for (int i = 0; i < share.points() && share.points() < 4; i++) {
            code.line("(" + line + ")[" + i * groups + "] = done[" + i + "];");
        }
        for (int four = 0; four < share.points() / 4; four++) {
            code.line("*(float4*) (%s * 4u + %d) = make_float4(done[%d], done[%d], done[%d], done[%d]);"
                    .formatted(line, four * (tile.points() / 2), 4 * four, 4 * four + 1, 4 * four + 2, 4 * four + 3));
        }
    }
}
