package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be known of the arguments before they can be parsed: which subcommand to build, and which plugins declare
 * its options.
 *
 * @param command the first word that is no option; empty if there is none
 * @param plugins the values of {@code --plugins}
 */
record Preview(String command, List<Path> plugins) {
    private static final String PLUGINS = "--plugins";

    static Preview of(String... arguments) {
        String command = "";
        List<Path> plugins = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals(PLUGINS) && i + 1 < arguments.length) {
                plugins.add(Path.of(arguments[++i]));
            } else if (argument.startsWith(PLUGINS + "=")) {
                plugins.add(Path.of(argument.substring(PLUGINS.length() + 1)));
            } else if (command.isEmpty() && !argument.startsWith("-")) {
                command = argument;
            }
        }
        return new Preview(command, plugins);
    }
}
