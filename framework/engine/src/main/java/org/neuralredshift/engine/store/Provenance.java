package org.neuralredshift.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.study.Plan;

/** Where the numbers of a run come from: versions, machine, plugins with checksums, and every parameter with its origin. */
public final class Provenance {
    private Provenance() {}

    /** Gathers everything that is known before the run. */
    public static ObjectNode of(Plan plan, Catalog catalog, Backend backend, int threads) {
        throw new UnsupportedOperationException();
    }
}
