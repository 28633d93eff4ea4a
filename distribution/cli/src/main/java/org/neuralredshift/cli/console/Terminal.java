package org.neuralredshift.cli.console;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Map;

/**
 * Where the command speaks.
 *
 * @param out answers
 * @param err errors and progress
 * @param interactive whether a person watches: then a line may be redrawn and colours are welcome
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
    /** The standard streams of this process. */
    public static Terminal ofProcess(Map<String, String> environment) {
        Console console = System.console();
        boolean watched = console != null && console.isTerminal();
        boolean capable = !"dumb".equals(environment.getOrDefault("TERM", ""));
        return new Terminal(new PrintWriter(System.out, true), new PrintWriter(System.err, true), watched && capable);
    }

    /** Says what a person should know, though the command goes on. */
    public void warn(String message) {
        error(message, "");
    }

    /** Says what went wrong, and the next step if there is one. */
    public void error(String message, String hint) {
        err.println("nrs: " + message);
        if (!hint.isEmpty()) {
            err.println("  " + hint);
        }
        err.flush();
    }
}
