package org.neuralredshift.api.compute;

/**
 * Whether a backend can run here.
 *
 * @param usable yes or no
 * @param detail what it runs on, or what is missing and what to do
 */
public record Availability(boolean usable, String detail) {
    /** It can. */
    public static Availability yes(String detail) {
        return new Availability(true, detail);
    }

    /** It cannot. */
    public static Availability no(String reason) {
        return new Availability(false, reason);
    }
}
