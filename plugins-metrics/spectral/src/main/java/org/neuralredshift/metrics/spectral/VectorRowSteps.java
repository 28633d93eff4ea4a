package org.neuralredshift.metrics.spectral;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link RowSteps} on vectors. The last vector of a row is moved back to end with it and so does some numbers twice, with
 * the same result; rows shorter than one vector are left to {@link ScalarRowSteps}.
 */
final class VectorRowSteps implements RowSteps {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

    private final ScalarRowSteps scalar = new ScalarRowSteps();

    @Override
    public void weigh(
            float[] plane,
            int from,
            double mean,
            double weight,
            double[] weights,
            int first,
            double[] to,
            int target,
            int count) {
        if (count < LANES) {
            scalar.weigh(plane, from, mean, weight, weights, first, to, target, count);
            return;
        }
        for (int j = 0; j < count; j += LANES) {
            int at = Math.min(j, count - LANES);
            DoubleVector samples = (DoubleVector)
                    FloatVector.fromArray(FLOATS, plane, from + at).convertShape(VectorOperators.F2D, DOUBLES, 0);
            samples.sub(mean)
                    .mul(DoubleVector.fromArray(DOUBLES, weights, first + at).mul(weight))
                    .intoArray(to, target + at);
        }
    }

    @Override
    public void fold(
            ComplexColumns spectrum, int plus, int minus, boolean power, double[] factors, double[] to, int target) {
        int count = factors.length;
        if (count < LANES) {
            scalar.fold(spectrum, plus, minus, power, factors, to, target);
            return;
        }
        for (int j = 0; j < count; j += LANES) {
            int at = Math.min(j, count - LANES);
            DoubleVector sum = magnitude(spectrum, plus + at, power);
            if (minus >= 0) {
                sum = sum.add(magnitude(spectrum, minus + at, power));
            }
            sum.mul(DoubleVector.fromArray(DOUBLES, factors, at)).intoArray(to, target + at);
        }
    }

    private static DoubleVector magnitude(ComplexColumns spectrum, int at, boolean power) {
        DoubleVector re = DoubleVector.fromArray(DOUBLES, spectrum.real(), at);
        DoubleVector im = DoubleVector.fromArray(DOUBLES, spectrum.imaginary(), at);
        DoubleVector square = re.mul(re).add(im.mul(im));
        return power ? square : square.sqrt();
    }
}
