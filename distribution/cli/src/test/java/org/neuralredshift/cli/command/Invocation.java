package org.neuralredshift.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.cli.console.Terminal;

/** One run of the command inside this process: its exit code and what it said. */
record Invocation(int exitCode, String out, String err) {
    static Invocation of(String... arguments) {
        return of(new Host(Optional.empty(), Map.of()), arguments);
    }

    static Invocation of(Host host, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
        int exitCode = Commands.run(host, terminal, arguments);
        terminal.out().flush();
        terminal.err().flush();
        return new Invocation(exitCode, out.toString(), err.toString());
    }
}
