package org.neuralredshift.cli.command;

import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.data.Status;

/**
 * What {@code spectrum.png} shows: that which the first metric that has a spectrum is the mean of.
 *
 * @param amplitudes by frequency or order; empty if there is nothing to draw
 * @param text its title, or why there is nothing to draw
 */
record SpectrumPicture(List<Double> amplitudes, String text) {
    /** The picture of a function of that status. */
    static SpectrumPicture of(Status status, List<Measured> measures) {
        Optional<Measured> drawn =
                measures.stream().filter(m -> !m.spectrum().isEmpty()).findFirst();
        if (drawn.isPresent()) {
            return new SpectrumPicture(
                    drawn.get().spectrum(), drawn.get().metric().label());
        }
        return new SpectrumPicture(
                List.of(),
                switch (status) {
                    case OK -> "no metric here has a spectrum";
                    case CONSTANT -> "the function is constant";
                    case ROUNDING_NOISE -> "the function varies by rounding only";
                    case OVERFLOW -> "a value of the function is NaN or infinite";
                    case DIVERGED, NOT_FITTED, FAILED -> "the function could not be evaluated";
                });
    }
}
