package org.neuralredshift.cli.command;

import java.util.Optional;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.engine.BackendUnavailableException;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Causes;
import org.neuralredshift.engine.plugin.NativeRefusal;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns the end of a command by an exception into a message, a hint and an exit code. */
final class ExecutionErrors implements IExecutionExceptionHandler {
    private final Nrs nrs;

    ExecutionErrors(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine commandLine, ParseResult parsed) {
        return report(error, commandLine.getCommandSpec().qualifiedName());
    }

    /** Says what happened and returns the exit code. */
    int report(Exception error, String command) {
        int exitCode = explain(error, command);
        if (nrs.debug()) {
            error.printStackTrace(nrs.terminal().err());
        }
        return exitCode;
    }

    private int explain(Exception error, String command) {
        return switch (error) {
            case BackendUnavailableException unavailable -> {
                nrs.terminal().error(message(unavailable), unavailable.hint().orElse(""));
                yield ExitCode.BACKEND_UNAVAILABLE;
            }
            case Exception failed
            when lost(failed).isPresent() -> {
                nrs.terminal()
                        .error(
                                "The backend was lost: "
                                        + lost(failed).orElseThrow().getMessage() + ".",
                                "`nrs list backends` shows which can run here: name another with --backend.");
                yield ExitCode.BACKEND_UNAVAILABLE;
            }
            case UserException user -> {
                nrs.terminal().error(message(user), user.hint().orElse(""));
                yield ExitCode.BAD_INPUT;
            }
            case InvalidParameterException invalid -> {
                nrs.terminal().error(message(invalid) + ".", "`" + command + " --help` tells what there is.");
                yield ExitCode.BAD_INPUT;
            }
            case UnsupportedGraphException unsupported -> {
                nrs.terminal().error(message(unsupported), "Try another --backend: `nrs list backends`.");
                yield ExitCode.BAD_INPUT;
            }
            case Exception failed
            when nativeAccess(failed).isPresent() -> {
                nrs.terminal()
                        .error(
                                nativeAccess(failed).orElseThrow().getMessage() + ", which nobody allowed to it.",
                                "If you trust that plugin: nrs plugins enable NAME --native");
                yield ExitCode.BAD_INPUT;
            }
            default -> {
                nrs.terminal()
                        .error(
                                "Internal error: " + error,
                                nrs.debug()
                                        ? ""
                                        : "This is a fault of nrs, not yours; please report it with the output of the same"
                                                + " command with --debug.");
                yield ExitCode.INTERNAL_ERROR;
            }
        };
    }

    /** The loss of a backend that is behind a failure. */
    private static Optional<Throwable> lost(Throwable failure) {
        return Causes.of(failure).filter(BackendLostException.class::isInstance).findFirst();
    }

    /** The refusal of native code that is behind a failure. */
    private static Optional<Throwable> nativeAccess(Throwable failure) {
        return NativeRefusal.of(failure).map(NativeRefusal::thrown);
    }

    private static String message(Exception error) {
        String message = error.getMessage();
        return message == null ? error.toString() : message;
    }
}
