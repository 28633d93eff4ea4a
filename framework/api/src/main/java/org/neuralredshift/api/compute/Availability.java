package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.List;
import org.neuralredshift.api.annotation.Api;

/**
 * Whether a backend can run here.
 *
 * @param usable yes or no
 * @param degraded whether it runs much slower than it could, for a reason that {@code detail} tells: the host then says so
 *     before it computes
 * @param detail what it runs on, or what is missing and what to do, in a sentence
 * @param findings how that was found out, line by line, for whoever wants to know why: where something was looked for, and what
 *     was there; may be empty
 */
@Api(INCUBATING)
public record Availability(boolean usable, boolean degraded, String detail, List<String> findings) {
    public Availability {
        findings = List.copyOf(findings);
    }

    /** Without a word on how that was found out. */
    public Availability(boolean usable, boolean degraded, String detail) {
        this(usable, degraded, detail, List.of());
    }

    /** It can. */
    public static Availability yes(String detail) {
        return new Availability(true, false, detail);
    }

    /** It can, but much slower than it could. */
    public static Availability degraded(String detail) {
        return new Availability(true, true, detail);
    }

    /** It cannot. */
    public static Availability no(String reason) {
        return new Availability(false, false, reason);
    }

    /** The same with the way how it was found out. */
    public Availability with(List<String> lines) {
        return new Availability(usable, degraded, detail, lines);
    }
}
