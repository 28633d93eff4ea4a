package org.neuralredshift.cli;

import org.neuralredshift.cli.command.Commands;
import org.neuralredshift.cli.command.Host;
import org.neuralredshift.cli.console.Terminal;

/** Starts the command {@code nrs}. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its {@link org.neuralredshift.cli.console.ExitCode}. */
    public static void main(String[] arguments) {
        Host host = Host.ofProcess();
        Terminal terminal = Terminal.ofProcess(host.environment());
        int exitCode = Commands.run(host, terminal, arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(exitCode);
    }
}
