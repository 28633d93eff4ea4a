package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.neuralredshift.api.graph.Tensor;

/**
 * Random weights with the bits of {@link org.neuralredshift.api.random.Initialisation#draw}: one thread for each block of four words.
 */
final class DrawKernels {
    private static final int WORDS = 4;

    private final Memory memory;

    DrawKernels(Memory memory) {
        this.memory = memory;
    }

    /** The kernels of a weight: a run takes the one of its distribution. */
    List<Step> of(String name, Tensor.Weight weight) {
        if (weight.shape().size() == 0) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        switch (weight.role()) {
            case WEIGHT, BIAS -> {
                steps.add(random(name + "_uniform", weight, Launch.Distribution.UNIFORM));
                steps.add(random(name + "_normal", weight, Launch.Distribution.NORMAL));
            }
            case PHASE -> steps.add(random(name + "_uniform", weight, Launch.Distribution.UNIFORM));
            case FREQUENCY -> steps.add(random(name + "_normal", weight, Launch.Distribution.NORMAL));
            case GAIN -> steps.add(constant(name + "_constant", weight, 1));
            case OFFSET -> steps.add(constant(name + "_constant", weight, 0));
        }
        return steps;
    }

    private Step random(String name, Tensor.Weight weight, Launch.Distribution distribution) {
        long size = weight.shape().size();
        long count = (size + WORDS - 1) / WORDS;
        Buffer widths = memory.halfWidths(weight);
        Kernel kernel = new Kernel(name, memory, true);
        String out = kernel.argument(memory.of(weight), true);
        String seed = kernel.argument(memory.seeds(), false) + "[0]";
        String width = kernel.argument(widths, false) + "[0]";
        kernel.eachElement(count);
        Code code = kernel.code();
        code.line("unsigned words[4];");
        code.line("philox(studySeed, " + seed + ", i, " + weight.ordinal() + "u, words);");
        String value = switch (distribution) {
            case UNIFORM -> {
                code.line("const float unit = (float) " + width + " * 0x1.0p-31f;");
                yield "(float) (int) words[k] * unit";
            }
            case NORMAL -> {
                code.line("const double deviation = " + width + " / sqrt(3.0);");
                yield "(float) (deviation * normal_quantile(((double) words[k] + 0.5) * 0x1.0p-32))";
            }
            case CONSTANT -> throw new IllegalArgumentException("constants are not drawn");
        };
        code.line("#pragma unroll");
        code.open("for (unsigned k = 0; k < 4u; k++)");
        code.line(
                (size % WORDS == 0 ? "" : "if (4u * i + k < " + size + "u) ") + out + "[4u * i + k] = " + value + ";");
        code.close();
        String what = distribution.name().toLowerCase(Locale.ROOT) + " weights " + weight.shape();
        return step(kernel, weight, distribution, count, what);
    }

    private Step constant(String name, Tensor.Weight weight, float value) {
        Kernel kernel = new Kernel(name, memory, true);
        String out = kernel.argument(memory.of(weight), true);
        kernel.eachElement(weight.shape().size());
        kernel.code().line(out + "[i] = " + Numbers.text(value) + ";");
        return step(
                kernel,
                weight,
                Launch.Distribution.CONSTANT,
                weight.shape().size(),
                "weights " + weight.shape() + " that are " + value);
    }

    private static Step step(
            Kernel kernel, Tensor.Weight weight, Launch.Distribution distribution, long count, String what) {
        Launch launch = kernel.launch(count, new Launch.Draw(weight.name(), distribution));
        return new Step(Section.NETWORK, launch, kernel.source(what), what);
    }
}
