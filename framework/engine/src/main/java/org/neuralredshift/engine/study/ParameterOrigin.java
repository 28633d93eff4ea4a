package org.neuralredshift.engine.study;

/** Who chose the values of a parameter. */
public enum ParameterOrigin {
    /** The default, which the paper states. */
    PAPER("paper"),
    /** The default, which we chose where the paper is silent. */
    ASSUMED("assumed"),
    /** A study that ships with the program. */
    PRESET("preset"),
    /** The user, in a study file or on the command line. */
    SET("set");

    private final String id;

    ParameterOrigin(String id) {
        this.id = id;
    }

    /** The word in provenance and reports. */
    public String id() {
        return id;
    }
}
