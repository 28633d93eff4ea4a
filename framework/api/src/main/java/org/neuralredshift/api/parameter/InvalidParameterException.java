package org.neuralredshift.api.parameter;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/** A value that a parameter cannot take. The host adds where it stood (file, line, path). */
@Api(STABLE)
public final class InvalidParameterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * @param parameter the name of the parameter
     * @param value the value that was given
     * @param lawful what would have been accepted, as the end of the sentence "... must be"
     */
    public InvalidParameterException(String parameter, Object value, String lawful) {
        super(sentence(parameter, value, lawful));
        this.parameter = parameter;
    }

    /**
     * @param parameter the name of the parameter
     * @param value the value that was given
     * @param lawful what would have been accepted, as the end of the sentence "... must be"
     * @param cause who found it
     */
    public InvalidParameterException(String parameter, Object value, String lawful, Throwable cause) {
        super(sentence(parameter, value, lawful), cause);
        this.parameter = parameter;
    }

    private static String sentence(String parameter, Object value, String lawful) {
        return parameter + " is " + value + ", but must be " + lawful;
    }

    /** The name of the parameter. */
    public String parameter() {
        return parameter;
    }
}
