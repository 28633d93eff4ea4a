package org.neuralredshift.bench.libtorch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Compares the measures with direct computations: sums over all frequencies, a known series, strings and sets of them. */
final class MeasuresCheck {
    private static final int GRID = 24;
    private static final int BATCH = 2;
    private static final int LEVELS = 10;
    private static final double TOLERANCE = 1e-4;

    private final Configuration configuration =
            new Configuration(Activation.RELU, 1, 1, GRID, false, 1, "fp78", BATCH, GRID * GRID, 1, 1);
    private final Random random = new Random(1);

    private MeasuresCheck() {}

    /** Checks all of them, Lempel-Ziv where its library could be made. */
    static void all() {
        try (PointerScope _ = new PointerScope();
                InferenceMode _ = new InferenceMode(true)) {
            MeasuresCheck check = new MeasuresCheck();
            check.fourier();
            check.polynomials();
            if (LempelZiv.exists()) {
                check.lempelZiv();
            }
        }
    }

    private void fourier() {
        float[][] functions = new float[BATCH][GRID * GRID];
        for (float[] function : functions) {
            fill(function);
        }
        float[] found = NetworkCheck.floats(new Fourier(configuration).of(tensor(functions)));
        for (int i = 0; i < BATCH; i++) {
            compare("the mean frequency", found[i], meanFrequency(functions[i]));
        }
    }

    /** By the definition, over all frequencies from -G/2 to G/2. */
    private static double meanFrequency(float[] function) {
        double weighted = 0;
        double sum = 0;
        for (int k = -GRID / 2; k < GRID / 2; k++) {
            for (int l = -GRID / 2; l < GRID / 2; l++) {
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < function.length; i++) {
                    double angle = 2 * Math.PI * (k * (i / GRID) + l * (i % GRID)) / GRID;
                    real += function[i] * Math.cos(angle);
                    imaginary += function[i] * Math.sin(angle);
                }
                double amplitude = k == 0 && l == 0 ? 0 : Math.hypot(real, imaginary);
                weighted += amplitude * Math.hypot(k, l);
                sum += amplitude;
            }
        }
        return weighted / sum;
    }

    /** One function is a Chebyshev series with known coefficients, the other a Legendre series with the same. */
    private void polynomials() {
        int terms = Polynomials.ORDER + 1;
        double[][][] bases = {Polynomials.chebyshev(GRID), Polynomials.legendre(GRID)};
        float[][] functions = new float[BATCH][GRID * GRID];
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j < terms; j++) {
                double coefficient = random.nextGaussian();
                weighted += Math.abs(coefficient) * (i + j);
                sum += Math.abs(coefficient);
                for (int basis = 0; basis < 2; basis++) {
                    for (int point = 0; point < GRID * GRID; point++) {
                        functions[basis][point] +=
                                (float) (coefficient * bases[basis][point / GRID][i] * bases[basis][point % GRID][j]);
                    }
                }
            }
        }
        float[] found = NetworkCheck.floats(new Polynomials(configuration).of(tensor(functions)));
        compare("the mean Chebyshev order", found[0], weighted / sum);
        compare("the mean Legendre order", found[3], weighted / sum);
    }

    private void lempelZiv() {
        float[][] functions = new float[BATCH][GRID * GRID];
        fill(functions[0]);
        for (int i = 0; i < functions[1].length; i++) {
            functions[1][i] = (float) Math.sin(i * 0.1);
        }
        try (LempelZiv lempelZiv = new LempelZiv(configuration)) {
            MemorySegment found = lempelZiv.of(tensor(functions));
            for (int i = 0; i < BATCH; i++) {
                String text = levels(functions[i]);
                compare("LZ76", found.getAtIndex(ValueLayout.JAVA_INT, 2L * i), lz76(text));
                compare("LZ78", found.getAtIndex(ValueLayout.JAVA_INT, 2L * i + 1), lz78(text));
            }
        }
    }

    private static String levels(float[] function) {
        float least = Float.POSITIVE_INFINITY;
        float largest = Float.NEGATIVE_INFINITY;
        for (float value : function) {
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        StringBuilder text = new StringBuilder();
        for (float value : function) {
            text.append(Math.min(LEVELS - 1, (int) ((value - least) * (LEVELS / (largest - least)))));
        }
        return text.toString();
    }

    private static int lz76(String text) {
        int count = 0;
        for (int start = 0; start < text.length(); count++) {
            int end = start + 1;
            while (end <= text.length() && text.substring(0, end - 1).contains(text.substring(start, end))) {
                end++;
            }
            start = end;
        }
        return count;
    }

    private static int lz78(String text) {
        Set<String> phrases = new HashSet<>();
        int start = 0;
        for (int end = 1; end <= text.length(); end++) {
            if (phrases.add(text.substring(start, end))) {
                start = end;
            }
        }
        return phrases.size();
    }

    private void fill(float[] function) {
        for (int i = 0; i < function.length; i++) {
            function[i] = (float) random.nextGaussian();
        }
    }

    private static Tensor tensor(float[][] functions) {
        Tensor tensor = torch.empty(new long[] {BATCH, 1, (long) GRID * GRID});
        float[] all = new float[BATCH * GRID * GRID];
        for (int i = 0; i < BATCH; i++) {
            System.arraycopy(functions[i], 0, all, i * GRID * GRID, GRID * GRID);
        }
        tensor.data_ptr_float().put(all);
        return tensor;
    }

    private static void compare(String what, double found, double expected) {
        if (!(Math.abs(found - expected) <= TOLERANCE * Math.abs(expected))) {
            throw new IllegalStateException(what + " is " + found + " here where " + expected + " is right");
        }
    }
}
