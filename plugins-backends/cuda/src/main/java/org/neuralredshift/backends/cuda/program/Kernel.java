package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.graph.Tensor;

/** A kernel while it is written: its arguments, in the order in which they are first used, and its body. */
final class Kernel {
    /** Most threads of a block where it does not matter, and least: a warp. */
    static final int THREADS = 256;

    private static final int WARP = 32;

    private final String name;
    private final Memory memory;
    private final boolean perNetwork;
    private final Code code = new Code();
    private final Map<Buffer, String> arguments = new LinkedHashMap<>();
    private final Map<Buffer, Boolean> written = new LinkedHashMap<>();

    Kernel(String name, Memory memory, boolean perNetwork) {
        this.name = name;
        this.memory = memory;
        this.perNetwork = perNetwork;
    }

    Code code() {
        return code;
    }

    /** The pointer to the elements of a tensor that lies in memory, of this network. */
    String input(Tensor tensor) {
        return argument(memory.of(tensor), false);
    }

    /** The pointer to the elements of a buffer, of this network. */
    String argument(Buffer buffer, boolean writes) {
        written.merge(buffer, writes, Boolean::logicalOr);
        return arguments.computeIfAbsent(buffer, any -> "b" + arguments.size());
    }

    /** The line by which a kernel with one thread per element begins; threads beyond leave. */
    Index eachElement(long elements) {
        code.line("const unsigned i = blockIdx.x * " + threads(elements) + "u + threadIdx.x;");
        code.line("if (i >= " + elements + "u) return;");
        return Index.variable("i", elements);
    }

    /** Threads of a block of a kernel with one thread per element: no more warps than elements fill. */
    static int threads(long elements) {
        return Math.clamp(Sizes.powerOfTwo(elements), WARP, THREADS);
    }

    /** The launch of a kernel with one thread per element. */
    Launch launch(long elements) {
        return launch(elements, null);
    }

    /** Likewise, of a kernel that may draw. */
    Launch launch(long elements, Launch.@Nullable Draw draws) {
        int threads = threads(elements);
        return launch((elements + threads - 1) / threads, threads, 0, draws);
    }

    Launch launch(long blocks, int threads) {
        return launch(blocks, threads, 0, null);
    }

    Launch launch(long blocks, int threads, int sharedBytes, Launch.@Nullable Draw draws) {
        return new Launch(name, blocks, threads, sharedBytes, List.copyOf(arguments.keySet()), perNetwork, draws);
    }

    /** The text of the kernel. */
    String source(String comment) {
        return source(comment, "");
    }

    /** The text of the kernel, with bounds of its launch. */
    String source(String comment, String bounds) {
        StringBuilder out = new StringBuilder("// " + comment + "\n");
        List<String> parameters = new ArrayList<>();
        StringBuilder moves = new StringBuilder();
        arguments.forEach((buffer, argument) -> {
            boolean writes = written.getOrDefault(buffer, false);
            parameters.add(
                    (writes ? "" : "const ") + type(buffer) + "* __restrict__ " + argument + ", // " + label(buffer));
            if (buffer.perNetwork()) {
                moves.append("    ")
                        .append(argument)
                        .append(" += (unsigned long long) blockIdx.y * ")
                        .append(buffer.elements())
                        .append("u;\n");
            }
        });
        out.append("extern \"C\" __global__ void ").append(bounds).append(name).append("(\n");
        parameters.forEach(parameter -> out.append("    ").append(parameter).append('\n'));
        out.append("    unsigned studySeed)\n{\n").append(moves).append(code).append("}\n");
        return out.toString();
    }

    private static String type(Buffer buffer) {
        return switch (buffer.kind()) {
            case SEEDS -> "unsigned";
            case FLAG -> "int";
            case HALF_WIDTHS -> "double";
            case INPUT, CONSTANT, SCALAR, WEIGHT, STATE, SCRATCH, OUTPUT -> "float";
        };
    }

    /** What a buffer is, for a comment: names are anybody's, so only harmless characters of them stand there. */
    static String label(Buffer buffer) {
        String kind = buffer.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return (kind + " " + buffer.name().replaceAll("[^A-Za-z0-9 ._-]", "?")).strip()
                + (buffer.perNetwork() ? ", networks x " : ", ")
                + buffer.elements();
    }
}
