package org.neuralredshift.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** Puts the command together for one invocation. */
public final class CommandLineBuilder {
    private CommandLineBuilder() {}

    /**
     * The command line that can execute these arguments. If they name a subcommand, only that one is built: reading the
     * annotations of all takes longer than most of them run.
     */
    public static CommandLine build(Host host, Terminal terminal, String... arguments) {
        Preview preview = Preview.of(arguments);
        Nrs nrs = new Nrs(host, terminal);
        CommandLine commandLine = new CommandLine(nrs);
        Map<String, Supplier<Object>> known = subcommands(nrs);
        known.forEach((name, subcommand) -> {
            if (name.equals(preview.command()) || !known.containsKey(preview.command())) {
                commandLine.addSubcommand(name, subcommand.get());
            }
        });
        return commandLine
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.AUTO : Ansi.OFF))
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setParameterExceptionHandler(new ParameterErrors(nrs))
                .setExecutionExceptionHandler(new ExecutionErrors(nrs))
                .setExecutionStrategy(CommandLineBuilder::execute);
    }

    private static Map<String, Supplier<Object>> subcommands(Nrs nrs) {
        Map<String, Supplier<Object>> known = new LinkedHashMap<>();
        known.put("list", () -> new ListCommand(nrs));
        known.put("describe", () -> new DescribeCommand(nrs));
        known.put("doctor", () -> new DoctorCommand(nrs));
        return known;
    }

    private static int execute(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (!parsed.hasSubcommand()) {
            CommandLine root = parsed.commandSpec().commandLine();
            root.usage(root.getOut());
            return ExitCode.OK;
        }
        return new CommandLine.RunLast().execute(parsed);
    }
}
