package org.neuralredshift.metrics.spectral;

/** {@link RowSteps} in plain Java. */
final class ScalarRowSteps implements RowSteps {
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
        for (int j = 0; j < count; j++) {
            to[target + j] = (plane[from + j] - mean) * (weight * weights[first + j]);
        }
    }

    @Override
    public void fold(
            ComplexColumns spectrum, int plus, int minus, boolean power, double[] factors, double[] to, int target) {
        for (int j = 0; j < factors.length; j++) {
            double sum = magnitude(spectrum, plus + j, power);
            if (minus >= 0) {
                sum += magnitude(spectrum, minus + j, power);
            }
            to[target + j] = sum * factors[j];
        }
    }

    private static double magnitude(ComplexColumns spectrum, int at, boolean power) {
        double re = spectrum.real()[at];
        double im = spectrum.imaginary()[at];
        double square = re * re + im * im;
        return power ? square : Math.sqrt(square);
    }
}
