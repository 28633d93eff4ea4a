package org.neuralredshift.engine.store;

/** Where the metrics of a run measure. Both give the same but for rounding, so the rows of a folder are of one of them. */
public enum MeasuredOn {
    /** All by their probes, on the host. */
    HOST("host"),
    /** Those that have a graph which the backend runs there, wherever it evaluates a network; the others on the host. */
    BACKEND("backend");

    private final String id;

    MeasuredOn(String id) {
        this.id = id;
    }

    /** The word in provenance. */
    public String id() {
        return id;
    }
}
