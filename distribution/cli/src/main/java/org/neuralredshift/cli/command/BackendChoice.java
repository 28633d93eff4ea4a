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
     * The chosen backend.
     *
     * @throws org.neuralredshift.engine.UserException if there is none of that id
     * @throws BackendUnavailableException if it cannot run here
     */
    Backend backend(Catalog catalog) {
        Backend backend = catalog.find(Backend.class, id);
        Availability availability = backend.probe();
        if (!availability.usable()) {
            throw new BackendUnavailableException("The backend " + id + " cannot run here: " + availability.detail());
        }
        return backend;
    }
}
