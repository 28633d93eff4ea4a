package org.neuralredshift.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.neuralredshift.api.ExitError;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** All commands, and how one is run. */
public final class Commands {
    private Commands() {}

    /** Runs the command that these arguments name; returns an {@link ExitCode}. */
    public static int run(Host host, Terminal terminal, String... arguments) {
        Preview preview = Preview.of(arguments);
        try (Nrs nrs = new Nrs(host, terminal, preview)) {
            return run(nrs, preview, arguments);
        }
    }

    private static int run(Nrs nrs, Preview preview, String... arguments) {
        ExecutionErrors errors = new ExecutionErrors(nrs);
        try {
            return commandLine(nrs, preview.command())
                    .setExecutionExceptionHandler(errors)
                    .execute(arguments);
        } catch (OutOfMemoryError e) {
            nrs.terminal()
                    .error(
                            "There is not enough memory for this: " + e.getMessage() + ".",
                            "Ask for a smaller width, depth or grid, or give Java more: NRS_JAVA_OPTIONS=-Xmx8g, for instance.");
            return ExitCode.BAD_INPUT;
        } catch (ExitError e) {
            nrs.terminal()
                    .error(
                            "This process should have ended: " + e.getMessage() + ".",
                            "This is a fault of the plugin: tell its author, and see `nrs plugins disable --help`.");
            return ExitCode.INTERNAL_ERROR;
        } catch (RuntimeException e) {
            // Some commands ask plugins for their options, before picocli takes over.
            return errors.report(e, "nrs " + preview.command());
        }
    }

    /**
     * The command line that understands these arguments. If they name a command, only that one is built: reading the
     * annotations of all takes longer than most of them run.
     */
    private static CommandLine commandLine(Nrs nrs, String named) {
        CommandLine commandLine = new CommandLine(nrs);
        Map<String, Supplier<Object>> known = commands(nrs, named);
        known.forEach((name, command) -> {
            if (name.equals(named) || !known.containsKey(named)) {
                commandLine.addSubcommand(name, command.get());
            }
        });
        Ansi ansi = nrs.terminal().interactive() ? Ansi.AUTO : Ansi.OFF;
        return commandLine
                .setOut(nrs.terminal().out())
                .setErr(nrs.terminal().err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setAllowSubcommandsAsOptionParameters(true) // a folder may be called plugins
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setParameterExceptionHandler(new ParameterErrors(nrs))
                .setExecutionStrategy(Commands::execute);
    }

    private static Map<String, Supplier<Object>> commands(Nrs nrs, String named) {
        Map<String, Supplier<Object>> known = new LinkedHashMap<>();
        known.put("reproduce", () -> new ReproduceCommand(nrs));
        known.put("run", () -> new RunCommand(nrs));
        known.put("report", () -> new ReportCommand(nrs));
        known.put("sample", () -> SampleCommand.create(nrs, named.equals("sample")));
        known.put("measure", () -> new MeasureCommand(nrs));
        known.put("list", () -> new ListCommand(nrs));
        known.put("describe", () -> new DescribeCommand(nrs));
        known.put("plugins", () -> PluginsCommand.create(nrs));
        known.put("assemble", () -> new AssembleCommand(nrs));
        known.put("bench", () -> new BenchCommand(nrs));
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
