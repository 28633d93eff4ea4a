package org.neuralredshift.cli;

import org.neuralredshift.cli.command.Commands;
import org.neuralredshift.cli.command.Host;
import org.neuralredshift.cli.console.Terminal;
import org.neuralredshift.engine.plugin.ExitCall;

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
        end(exitCode);
    }

    /** Also ends a process in which a plugin called System.exit and is held up in that call: nobody else can exit then. */
    private static void end(int exitCode) {
        if (ExitCall.find().isPresent()) {
            Runtime.getRuntime().halt(exitCode);
        }
        System.exit(exitCode);
    }
}
