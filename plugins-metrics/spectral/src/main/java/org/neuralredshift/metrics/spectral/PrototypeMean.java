package org.neuralredshift.metrics.spectral;

import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;

/** The mean frequency of {@link PrototypeProbe} from the sums over its rings; in float64. */
final class PrototypeMean {
    /** Amplitudes below this part of the largest deviation are rounding of the float32 samples. */
    private static final double NOTHING = 1e-4;

    private final int points;
    private final int half;
    private final Rings rings;

    PrototypeMean(int size) {
        this.points = size * size;
        this.half = size / 2 + 1;
        double corner = half - 1;
        this.rings = new Rings(half, (int) Math.round(Math.sqrt(2 * corner * corner)));
    }

    /** The bins of the quarter plane by ring. */
    Rings rings() {
        return rings;
    }

    /** The extent of the quarter plane. */
    int half() {
        return half;
    }

    /**
     * Measures.
     *
     * @param spectrum the sum over ring k at k-1, of samples divided by some number; gets the amplitudes of the function
     * @param one what one is in units of the function
     * @param unit what {@link Normalised} divides the samples by
     */
    void measure(double[] spectrum, double one, double unit, Measurement out) {
        double moment = 0;
        double total = 0;
        for (int k = 0; k < spectrum.length; k++) {
            spectrum[k] *= one / points;
            moment += (k + 1) * spectrum[k];
            total += spectrum[k];
        }
        if (total <= NOTHING * unit) {
            out.status(
                    Status.ROUNDING_NOISE, "all that varies is in the other quarter of the plane, which is not read");
            return;
        }
        double mean = moment / total;
        out.value(mean / rings.count());
        out.raw(mean);
        out.spectrum(spectrum, spectrum.length);
    }
}
