package org.neuralredshift.api.parameter;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/** Who chose a default. Provenance carries it, so that a reader sees what the paper said and what we assumed. */
@Api(STABLE)
public enum Origin {
    /** Stated in "Neural Redshift: Random Networks are not Random Functions" or seen in its figures. */
    PAPER,
    /** Our choice where the paper is silent. */
    ASSUMED
}
