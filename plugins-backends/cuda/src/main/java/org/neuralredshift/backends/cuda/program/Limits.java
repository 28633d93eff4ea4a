package org.neuralredshift.backends.cuda.program;

/**
 * What kernels may use of a card.
 *
 * @param sharedBytesPerBlock shared memory that a block may have, in bytes, by opting in: 64 KiB at compute capability 7.5, 163
 *     at 8.0, 227 at 9.0 and 10.0
 * @param products how products are computed
 */
public record Limits(int sharedBytesPerBlock, Products products) {
    /** What a block has on every card, without opting in. */
    public static final Limits SMALLEST = new Limits(48 * 1024);

    /** Products in float32. */
    public Limits(int sharedBytesPerBlock) {
        this(sharedBytesPerBlock, Products.FLOAT32);
    }

    /** The same with products of another kind. */
    public Limits with(Products products) {
        return new Limits(sharedBytesPerBlock, products);
    }
}
