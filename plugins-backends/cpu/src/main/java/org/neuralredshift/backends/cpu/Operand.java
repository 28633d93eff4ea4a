package org.neuralredshift.backends.cpu;

/** How an operand of an element-wise step lies in memory. */
enum Operand {
    /** One row of the tile per feature. */
    ROWS,
    /** One row of the tile for all features. */
    ONE_ROW,
    /** One number per feature. */
    PER_FEATURE,
    /** One number. */
    NUMBER
}
