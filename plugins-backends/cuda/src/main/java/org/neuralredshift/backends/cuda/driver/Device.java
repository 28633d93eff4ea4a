package org.neuralredshift.backends.cuda.driver;

/**
 * A card.
 *
 * @param ordinal its number, as the driver counts
 * @param name as its maker calls it
 * @param major of its compute capability
 * @param minor of its compute capability
 * @param multiprocessors how many it has
 * @param kilohertz their highest clock
 * @param bytes of its memory
 * @param sharedBytes of shared memory that one block can have at most
 */
public record Device(
        int ordinal,
        String name,
        int major,
        int minor,
        int multiprocessors,
        int kilohertz,
        long bytes,
        int sharedBytes) {
    /** Whether both compute the same bits: name, compute capability and shared memory are equal. */
    boolean isOfTheKindOf(Device other) {
        return name.equals(other.name)
                && major == other.major
                && minor == other.minor
                && sharedBytes == other.sharedBytes;
    }

    /** For people: name, compute capability, multiprocessors and their clock, memory. */
    @Override
    public String toString() {
        return name + ", compute capability " + major + "." + minor + ", " + multiprocessors
                + (multiprocessors == 1 ? " multiprocessor of " : " multiprocessors of ") + kilohertz / 1000 + " MHz, "
                + (bytes >> 20) + " MiB";
    }
}
