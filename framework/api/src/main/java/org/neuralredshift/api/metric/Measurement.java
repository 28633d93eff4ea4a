package org.neuralredshift.api.metric;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.Arrays;
import java.util.Optional;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.data.Status;

/** The result of measuring one function; reused for the next. */
@Api(STABLE)
public final class Measurement {
    private Status status = Status.OK;
    private Optional<String> reason = Optional.empty();
    private double value = Double.NaN;
    private double raw = Double.NaN;
    private double[] spectrum = new double[0];
    private int spectrumLength;

    /** Nothing measured yet. */
    public Measurement() {}

    /** Forgets everything. */
    public void clear() {
        status = Status.OK;
        reason = Optional.empty();
        value = Double.NaN;
        raw = Double.NaN;
        spectrumLength = 0;
    }

    /** Sets the complexity. */
    public void value(double complexity) {
        this.value = complexity;
    }

    /** Sets the count or the mean before any normalisation. */
    public void raw(double number) {
        this.raw = number;
    }

    /** Declares that there is nothing to measure; the value then is NaN. */
    public void status(Status found) {
        this.status = found;
        this.reason = Optional.empty();
    }

    /**
     * Declares that there is nothing that <em>this</em> metric can measure; the value then is NaN.
     *
     * @param sentence what the function lacks, for the row
     */
    public void status(Status found, String sentence) {
        this.status = found;
        this.reason = Optional.of(sentence);
    }

    /**
     * Sets the distribution that the value is the mean of; copied.
     *
     * @param amplitudes element i belongs to frequency or order i + 1
     * @param length how many of them count
     */
    public void spectrum(double[] amplitudes, int length) {
        if (spectrum.length < length) {
            spectrum = new double[length];
        }
        System.arraycopy(amplitudes, 0, spectrum, 0, length);
        spectrumLength = length;
    }

    /** The complexity; NaN unless the status is {@link Status#OK}. */
    public double value() {
        return status == Status.OK ? value : Double.NaN;
    }

    /** The count or the mean before any normalisation; NaN if the metric has none. */
    public double raw() {
        return status == Status.OK ? raw : Double.NaN;
    }

    /** Whether there was something to measure. */
    public Status status() {
        return status;
    }

    /** Why there was nothing to measure, in the metric's words; empty if it gave none. */
    public Optional<String> reason() {
        return reason;
    }

    /** A copy of the distribution; empty if the metric has none. */
    public double[] spectrum() {
        return Arrays.copyOf(spectrum, spectrumLength);
    }
}
