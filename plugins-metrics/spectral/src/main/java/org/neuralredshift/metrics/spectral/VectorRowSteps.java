package org.neuralredshift.metrics.spectral;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link RowSteps} on vectors. The last vector of a row is moved back to end with it and so does some numbers twice, with
 * the same result; rows shorter than one vector are left to {@link ScalarRowSteps}.
 */
final class VectorRowSteps implements RowSteps {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();

    private final ScalarRowSteps scalar = new ScalarRowSteps();

    @Override
    public void weigh(
            float[] plane, int from, float weight, float[] weights, int first, float[] to, int target, int count) {
        if (count < LANES) {
            scalar.weigh(plane, from, weight, weights, first, to, target, count);
            return;
        }
        for (int j = 0; j < count; j += LANES) {
            int at = Math.min(j, count - LANES);
            FloatVector.fromArray(FLOATS, plane, from + at)
                    .mul(FloatVector.fromArray(FLOATS, weights, first + at).mul(weight))
                    .intoArray(to, target + at);
        }
    }

    @Override
    public void fold(
            ComplexColumns spectrum, int plus, int minus, boolean power, float[] factors, float[] to, int target) {
        int count = factors.length;
        if (count < LANES) {
            scalar.fold(spectrum, plus, minus, power, factors, to, target);
            return;
        }
        for (int j = 0; j < count; j += LANES) {
            int at = Math.min(j, count - LANES);
            FloatVector sum = magnitude(spectrum, plus + at, power);
            if (minus >= 0) {
                sum = sum.add(magnitude(spectrum, minus + at, power));
            }
            sum.mul(FloatVector.fromArray(FLOATS, factors, at)).intoArray(to, target + at);
        }
    }

    private static FloatVector magnitude(ComplexColumns spectrum, int at, boolean power) {
        FloatVector re = FloatVector.fromArray(FLOATS, spectrum.real(), at);
        FloatVector im = FloatVector.fromArray(FLOATS, spectrum.imaginary(), at);
        FloatVector square = re.mul(re).add(im.mul(im));
        return power ? square : square.sqrt();
    }
}
