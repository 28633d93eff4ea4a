package org.neuralredshift.metrics.spectral;

/** {@link RowSteps} in plain Java. */
final class ScalarRowSteps implements RowSteps {
    @Override
    public void weigh(
            float[] plane, int from, float weight, float[] weights, int first, float[] to, int target, int count) {
        for (int j = 0; j < count; j++) {
            to[target + j] = plane[from + j] * (weight * weights[first + j]);
        }
    }

    @Override
    public void fold(
            ComplexColumns spectrum, int plus, int minus, boolean power, float[] factors, float[] to, int target) {
        for (int j = 0; j < factors.length; j++) {
            float sum = magnitude(spectrum, plus + j, power);
            if (minus >= 0) {
                sum += magnitude(spectrum, minus + j, power);
            }
            to[target + j] = sum * factors[j];
        }
    }

    private static float magnitude(ComplexColumns spectrum, int at, boolean power) {
        float re = spectrum.real()[at];
        float im = spectrum.imaginary()[at];
        float square = re * re + im * im;
        return power ? square : (float) Math.sqrt(square);
    }
}
