package org.neuralredshift.backends.cpu;

/** How often a value is computed: as seldom as what it depends on allows. */
enum Rate {
    /** For all networks of a run: it depends on inputs and constants. */
    RUN,
    /** For each network: it depends on its weights, its numbers, or states that no step changes. */
    NETWORK,
    /** In each step. */
    STEP;

    /** The rate of what depends on both. */
    Rate and(Rate other) {
        return compareTo(other) < 0 ? other : this;
    }
}
