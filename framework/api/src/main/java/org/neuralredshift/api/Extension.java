package org.neuralredshift.api;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.parameter.ParameterSchema;

/** Anything that a plugin provides. Implementations are stateless, thread-safe and cheap to construct. */
@Api(STABLE)
public interface Extension {
    /**
     * The name in study files and in every row of results: lower case letters, digits and hyphens; a colon separates a
     * named variant ({@code fourier:prototype}). It is data: once published it never changes its meaning.
     */
    String id();

    /** Counts changes of meaning: raised whenever the same input may give another result. At least 1. */
    int revision();

    /** What a person reads in {@code nrs describe}. */
    Description description();

    /** The parameters that a study may set, with ranges and defaults. Empty by default. */
    default ParameterSchema parameters() {
        return ParameterSchema.EMPTY;
    }
}
