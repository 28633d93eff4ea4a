package org.neuralredshift.cli.command;

import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.BackendUnavailableException;
import picocli.CommandLine.Option;

/** The option {@code --backend} of several commands. */
final class BackendChoice {
    @Option(
            names = "--backend",
            paramLabel = "ID",
            defaultValue = "cpu",
            description = "What computes (default: ${DEFAULT-VALUE}); `nrs list backends` shows all.")
    private String id = "";

    BackendChoice() {}

    /**
     * The chosen backend. Says so on standard error if it is much slower here than it could be.
     *
     * @throws org.neuralredshift.engine.UserException if there is none of that id
     * @throws BackendUnavailableException if it cannot run here
     */
    Backend backend(Nrs nrs) {
        return find(id, nrs);
    }

    /** The chosen backend, whether it can run here or not. */
    Backend perhaps(Nrs nrs) {
        return named(id, nrs);
    }

    /** The same as {@link #backend} for an id that was given otherwise. */
    static Backend find(String id, Nrs nrs) {
        Backend backend = named(id, nrs);
        Availability availability = backend.probe();
        if (!availability.usable()) {
            throw new BackendUnavailableException(
                    "The backend " + id + " cannot run here: " + availability.detail(),
                    "`nrs list backends` shows which can run here.",
                    null);
        }
        return backend;
    }

    private static Backend named(String id, Nrs nrs) {
        Backend backend = nrs.plugins().catalog().find(Backend.class, id);
        Availability availability = backend.probe();
        if (availability.usable() && availability.degraded()) {
            nrs.terminal().warn("The backend " + id + " runs " + availability.detail() + ".");
        }
        return backend;
    }
}
