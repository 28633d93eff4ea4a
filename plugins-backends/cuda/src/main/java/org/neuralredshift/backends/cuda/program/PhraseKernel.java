package org.neuralredshift.backends.cuda.program;

import java.util.List;
import java.util.Locale;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Tensor;

/**
 * The phrases of LZ78, a block for each network. Its threads sort the samples, read the thresholds off, and turn tiles of samples
 * into symbols; one thread cuts these into phrases, for each depends on all before. It walks a tree whose nodes are the places of one
 * table by hash of (node, symbol): as large for two symbols as for 256, so samples, symbols and tree of a usual grid lie in shared
 * memory, where a step takes some tens of cycles, and many networks are parsed at once on a multiprocessor. A sequence that does not
 * fit there is sorted and parsed in memory of the card. Counts do not depend on the order of the table, nor on any rounding.
 */
final class PhraseKernel {
    private static final int THREADS = 128;
    /** Samples that become symbols at once. */
    private static final int TILE = 4096;

    private final Plan plan;
    private final Memory memory;
    private final Tensor.Kernel asked;
    private final Phrases phrases;
    private final Kernel kernel;
    private final Code code;
    /** Numbers that are sorted; the tree lies in the same words, afterwards. */
    private final int sorted;

    private final int places;
    private final int tile;
    private final boolean isShared;

    /** @throws UnsupportedGraphException if there is no such kernel */
    PhraseKernel(Plan plan, Memory memory, Limits limits, String name, Tensor.Kernel asked) {
        this.plan = plan;
        this.memory = memory;
        this.asked = asked;
        this.phrases = Phrases.of(asked).orElseThrow(() -> UnsupportedGraphException.of("cuda", asked));
        this.kernel = new Kernel(name, memory, plan.perNetwork(asked));
        this.code = kernel.code();
        this.sorted = Sizes.powerOfTwo(phrases.points());
        this.places = Sizes.powerOfTwo(2L * phrases.most());
        this.tile = Math.min(TILE, sorted);
        this.isShared = sharedBytes(true) <= limits.sharedBytesPerBlock();
    }

    private int words() {
        return Math.max(sorted, places);
    }

    /** Thresholds, symbols, and what is sorted and parsed if it lies there. */
    private int sharedBytes(boolean withWords) {
        return Float.BYTES * (phrases.thresholds() + (withWords ? words() : 0)) + tile;
    }

    Step step() {
        code.line("extern __shared__ float4 dynamicShared[];");
        code.line("float* const shared = (float*) dynamicShared;");
        if (isShared) {
            code.line("float* const sorted = shared;");
        } else {
            Buffer scratch = memory.add(new Buffer(
                    "words of " + plan.position(asked), Buffer.Kind.SCRATCH, words(), plan.perNetwork(asked), null));
            code.line("float* const sorted = " + kernel.argument(scratch, true) + ";");
        }
        String before = "shared + " + (isShared ? words() : 0);
        code.line("float* const thresholds = " + before + ";");
        code.line("unsigned char* const symbols = (unsigned char*) (" + before + " + " + phrases.thresholds() + ");");
        sort();
        thresholds();
        parse();
        String what = String.format(
                Locale.ROOT,
                "lz78 phrases of %d samples, %s, %d symbols",
                phrases.points(),
                phrases.quantisation().name().toLowerCase(Locale.ROOT),
                phrases.levels());
        int bytes = sharedBytes(isShared);
        Launch launch = kernel.launch(1, THREADS, bytes, null);
        String explanation = what + ", a block of " + THREADS
                + " threads sorts and quantises, one of them parses, with a tree of " + places + " places in "
                + (isShared ? bytes + " bytes of shared memory" : "memory of the card");
        return new Step(plan.section(asked), launch, kernel.source(what), explanation);
    }

    private void everyThread(String from, String to) {
        code.open("for (unsigned i = " + from + "; i < " + to + "; i += " + THREADS + "u)");
    }

    private String sample(String number) {
        Index index = Index.variable(number, phrases.points());
        return new Reading(plan, kernel).value(asked.operand(), List.of(index));
    }

    /** By Batcher's bitonic network, in ascending order; infinities fill the last power of two. */
    private void sort() {
        everyThread("threadIdx.x", phrases.points() + "u");
        code.line("sorted[i] = " + sample("i") + ";").close();
        if (sorted > phrases.points()) {
            everyThread(phrases.points() + "u + threadIdx.x", sorted + "u");
            code.line("sorted[i] = " + Numbers.text(Float.POSITIVE_INFINITY) + ";")
                    .close();
        }
        code.open("for (unsigned width = 2u; width <= " + sorted + "u; width *= 2u)");
        code.open("for (unsigned step = width / 2u; step > 0u; step /= 2u)");
        code.line("__syncthreads();");
        everyThread("threadIdx.x", sorted / 2 + "u");
        code.line("const unsigned low = 2u * i - (i & (step - 1u));");
        code.line("order_two(sorted + low, sorted + low + step, (low & width) == 0u);");
        code.close().close().close();
        code.line("__syncthreads();");
    }

    private void thresholds() {
        int last = phrases.points() - 1;
        switch (phrases.quantisation()) {
            case MEDIAN ->
                code.line(
                        "if (threadIdx.x == 0u) thresholds[0] = median_threshold(sorted, " + phrases.points() + "u);");
            case RANK -> {
                everyThread("threadIdx.x", phrases.thresholds() + "u");
                code.line("const unsigned rank = (" + phrases.points() + "u * (i + 1u) + " + (phrases.levels() - 1)
                        + "u) / " + phrases.levels() + "u - 1u;");
                code.line("thresholds[i] = sorted[rank];").close();
            }
            case RANGE -> {
                code.line("const double low = sorted[0];");
                code.line("const double range = (double) sorted[" + last + "] - low;");
            }
        }
        code.line("__syncthreads();");
    }

    private String symbol(String sample) {
        return switch (phrases.quantisation()) {
            case MEDIAN, RANK -> "numbers_below(thresholds, " + phrases.thresholds() + "u, " + sample + ")";
            case RANGE -> "level_of(" + sample + ", low, range, " + phrases.levels() + ")";
        };
    }

    private void parse() {
        int points = phrases.points();
        code.line("unsigned* const tree = (unsigned*) sorted;");
        everyThread("threadIdx.x", places + "u");
        code.line("tree[i] = NO_PHRASE;").close();
        code.line("unsigned node = " + places + "u, count = 0u;");
        code.open("for (unsigned first = 0u; first < " + points + "u; first += " + tile + "u)");
        code.line("const unsigned end = min(first + " + tile + "u, " + points + "u);");
        everyThread("first + threadIdx.x", "end");
        code.line("symbols[i - first] = (unsigned char) " + symbol(sample("i")) + ";")
                .close();
        code.line("__syncthreads();");
        code.line("if (threadIdx.x == 0u) count += new_phrases(tree, " + Integer.numberOfTrailingZeros(places) + "u, "
                + phrases.levels() + "u, symbols, end - first, &node);");
        code.line("__syncthreads();");
        code.close();
        code.line("if (threadIdx.x == 0u) " + kernel.argument(memory.of(asked), true) + "[0] = (float) count;");
    }
}
