package org.neuralredshift.engine.run;

import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.study.Plan;

/** Runs a plan on one backend with some worker threads. Rows do not depend on how many. */
public final class Runner {
    private final int threads;

    /**
     * Prepares a run.
     *
     * @param threads how many workers; 0 for what the backend finds worth while
     * @throws org.neuralredshift.engine.UserException if the backend cannot run here
     */
    public Runner(Plan plan, Catalog catalog, Backend backend, int threads) {
        this.threads = threads;
    }

    /** How many workers there are. */
    public int threads() {
        return threads;
    }

    /** Runs what is not committed yet and returns when it is done or stopped. */
    public RunSummary run(OutputFolder folder, RunListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Asks a run to end soon; batches in progress are given up. From any thread. */
    public void stop() {
        throw new UnsupportedOperationException();
    }

    /** Measures a few networks of each structure for a second or two, and extrapolates. Writes nothing. */
    public Estimate estimate() {
        throw new UnsupportedOperationException();
    }
}
