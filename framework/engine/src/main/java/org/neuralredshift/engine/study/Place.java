package org.neuralredshift.engine.study;

/**
 * Where something was written.
 *
 * @param source a file, or an option of the command line
 * @param line from 1; 0 if the source has no lines
 * @param column from 1
 */
record Place(String source, int line, int column) {
    /** An option of the command line. */
    static Place option(String text) {
        return new Place(text, 0, 0);
    }

    /** Whether it stands on the command line. */
    boolean isOption() {
        return line == 0;
    }

    @Override
    public String toString() {
        return isOption() ? source : source + ":" + line + ":" + column;
    }
}
