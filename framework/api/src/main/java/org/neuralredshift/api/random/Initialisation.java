package org.neuralredshift.api.random;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.Arrays;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.graph.Tensor;

/**
 * How random weights are drawn. All distributions have mean 0 and, whatever their shape, the standard deviation
 * {@code halfWidth / sqrt(3)} of the uniform one, so that they can be compared.
 *
 * <p>All this is about the roles WEIGHT and BIAS. A PHASE is always uniform on [-π, π], a FREQUENCY standard normal, a GAIN 1
 * and an OFFSET 0: no magnitude scales them.
 *
 * @param distribution of weights and biases
 * @param scale half-width of a weight at magnitude 1
 * @param biasMagnitude half-width of a bias
 * @param scalesWeights whether the magnitude of a network multiplies its weights
 * @param scalesBiases whether the magnitude of a network multiplies its biases
 * @param degreesOfFreedom of {@link Distribution#STUDENT_T}, above 2
 */
@Api(INCUBATING)
public record Initialisation(
        Distribution distribution,
        Scale scale,
        double biasMagnitude,
        boolean scalesWeights,
        boolean scalesBiases,
        double degreesOfFreedom) {

    /** @throws IllegalArgumentException if Student's t would have no variance, or the bias magnitude is no size */
    public Initialisation {
        if (distribution == Distribution.STUDENT_T && !(degreesOfFreedom > 2)) {
            throw new IllegalArgumentException("Student's t with " + degreesOfFreedom
                    + " degrees of freedom has no finite variance: it takes more than 2");
        }
        if (!(biasMagnitude >= 0)) {
            throw new IllegalArgumentException("the bias magnitude is " + biasMagnitude + ", but cannot be negative");
        }
    }

    /** Shapes of distribution. */
    public enum Distribution {
        /** Uniform on [-halfWidth, halfWidth]. */
        UNIFORM,
        /** Normal. */
        NORMAL,
        /** Student's t, long tails. */
        STUDENT_T,
        /** All elements of one tensor together uniform in a ball. */
        BALL
    }

    /** The half-width of a weight at magnitude 1. */
    public enum Scale {
        /** sqrt(6 / (fan-in + fan-out)) (Glorot and Bengio 2010). */
        GLOROT,
        /** 1. */
        ABSOLUTE
    }

    /**
     * Half-width of the uniform distribution of a weight in a network of the given magnitude; of one that is distributed
     * otherwise, that of the uniform distribution with the same standard deviation.
     */
    public double halfWidth(Tensor.Weight weight, double magnitude) {
        return switch (weight.role()) {
            case WEIGHT ->
                (scalesWeights ? magnitude : 1)
                        * (scale == Scale.GLOROT ? Math.sqrt(6.0 / (weight.fanIn() + weight.fanOut())) : 1);
            case BIAS -> (scalesBiases ? magnitude : 1) * biasMagnitude;
            case PHASE -> Math.PI;
            case FREQUENCY -> Math.sqrt(3);
            case GAIN, OFFSET -> 0;
        };
    }

    /** Whether a weight is drawn as random words, each times the {@link #halfWidth}. */
    public boolean isUniform(Tensor.Weight weight) {
        return switch (weight.role()) {
            case WEIGHT, BIAS -> distribution == Distribution.UNIFORM;
            case PHASE -> true;
            case FREQUENCY, GAIN, OFFSET -> false;
        };
    }

    /**
     * Draws one weight of one network. This defines the bits; a backend may draw by itself if it gives the same.
     *
     * @param stream scratch, reset here
     * @param out receives the elements in row-major order
     * @param from index of the first element in {@code out}
     */
    public void draw(
            Tensor.Weight weight,
            long studySeed,
            long networkSeed,
            double magnitude,
            RandomStream stream,
            float[] out,
            int from) {
        int size = Math.toIntExact(weight.shape().size());
        double halfWidth = halfWidth(weight, magnitude);
        stream.reset(studySeed, networkSeed, weight.ordinal(), 0);
        switch (weight.role()) {
            case WEIGHT, BIAS -> {
                double deviation = halfWidth / Math.sqrt(3);
                switch (distribution) {
                    case UNIFORM -> drawUniform(size, halfWidth, stream, out, from);
                    case NORMAL -> drawNormal(size, deviation, stream, out, from);
                    case STUDENT_T -> drawStudentT(size, deviation, stream, out, from);
                    case BALL -> drawBall(size, deviation, stream, studySeed, networkSeed, weight.ordinal(), out, from);
                }
            }
            case PHASE -> drawUniform(size, halfWidth, stream, out, from);
            case FREQUENCY -> drawNormal(size, 1, stream, out, from);
            case GAIN -> Arrays.fill(out, from, from + size, 1);
            case OFFSET -> Arrays.fill(out, from, from + size, 0);
        }
    }

    private void drawStudentT(int size, double deviation, RandomStream stream, float[] out, int from) {
        double unit = deviation * Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
        for (int i = 0; i < size; i++) {
            out[from + i] = (float) (unit * stream.nextStudentT(degreesOfFreedom));
        }
    }

    private static void drawUniform(int size, double halfWidth, RandomStream stream, float[] out, int from) {
        float unit = (float) halfWidth * 0x1p-31f;
        for (int i = 0; i < size; i++) {
            out[from + i] = stream.nextWord() * unit;
        }
    }

    private static void drawNormal(int size, double deviation, RandomStream stream, float[] out, int from) {
        for (int i = 0; i < size; i++) {
            out[from + i] = (float) (deviation * stream.nextNormal());
        }
    }

    /** Draws to the front of {@code out}. */
    public void draw(
            Tensor.Weight weight,
            long studySeed,
            long networkSeed,
            double magnitude,
            RandomStream stream,
            float[] out) {
        draw(weight, studySeed, networkSeed, magnitude, stream, out, 0);
    }

    /** A normal direction times radius u^(1/n); in a ball of radius r each element has variance r^2 / (n + 2). */
    private static void drawBall(
            int size,
            double deviation,
            RandomStream stream,
            long studySeed,
            long networkSeed,
            int ordinal,
            float[] out,
            int from) {
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double normal = stream.nextNormal();
            squares += normal * normal;
        }
        stream.reset(studySeed, networkSeed, ordinal, 1);
        double radius = deviation * Math.sqrt(size + 2.0) * StrictMath.pow(stream.nextOpen(), 1.0 / size);
        double unit = radius / Math.sqrt(squares);
        stream.reset(studySeed, networkSeed, ordinal, 0);
        for (int i = 0; i < size; i++) {
            out[from + i] = (float) (unit * stream.nextNormal());
        }
    }
}
