package org.neuralredshift.cli.command;

import java.util.Locale;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.run.MeasureOn;
import picocli.CommandLine.Option;

/** The option {@code --measure-on} of several commands. */
final class MeasureOnChoice {
    @Option(
            names = "--measure-on",
            paramLabel = "PLACE",
            defaultValue = "auto",
            description = {
                "Where metrics measure that can do so on the backend: backend, from which samples then come only where they",
                "are needed; host; or auto, where the backend had better. Values differ by rounding."
            })
    private String place = "";

    MeasureOnChoice() {}

    /** @throws UserException if there is no such place */
    MeasureOn place() {
        for (MeasureOn each : MeasureOn.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(place)) {
                return each;
            }
        }
        throw new UserException("--measure-on " + place + " is no place to measure.", "Say auto, backend or host.");
    }
}
