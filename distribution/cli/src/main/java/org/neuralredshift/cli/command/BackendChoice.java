package org.neuralredshift.cli.command;

import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.plugin.Catalog;
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

    /** The same for an id that was given otherwise. */
    static Backend find(String id, Nrs nrs) {
        Catalog catalog = nrs.plugins().catalog();
        Backend backend = catalog.find(Backend.class, id);
        Availability availability = backend.probe();
        if (!availability.usable()) {
            throw new BackendUnavailableException("The backend " + id + " cannot run here: " + availability.detail());
        }
        if (availability.degraded()) {
            nrs.terminal().warn("The backend " + id + " runs " + availability.detail() + ".");
        }
        return backend;
    }
}
