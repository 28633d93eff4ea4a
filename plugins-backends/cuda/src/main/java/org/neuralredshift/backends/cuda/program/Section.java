package org.neuralredshift.backends.cuda.program;

/** How often a value changes: what depends on nothing that changes more often is computed no more often. In ascending order. */
enum Section {
    /** With the run: depends on inputs and constants only. */
    SHARED,
    /** With the networks: depends on weights or scalars, but on no state. */
    NETWORK,
    /** With the step: depends on states. */
    STEP
}
