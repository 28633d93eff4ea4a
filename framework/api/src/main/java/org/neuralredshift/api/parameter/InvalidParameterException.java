package org.neuralredshift.api.parameter;

/** A value that a parameter cannot take. The host adds where it stood (file, line, path). */
public final class InvalidParameterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * @param parameter the name of the parameter
     * @param value the value that was given
     * @param lawful what would have been accepted, as the end of the sentence "... must be"
     */
    public InvalidParameterException(String parameter, Object value, String lawful) {
        super(parameter + " is " + value + ", but must be " + lawful);
        this.parameter = parameter;
    }

    /** The name of the parameter. */
    public String parameter() {
        return parameter;
    }
}
