package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Terminal;
import org.neuralredshift.engine.BackendUnavailableException;

class ExecutionErrorsTest {
    private final StringWriter err = new StringWriter();

    private int report(Exception error) {
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
        try (Nrs nrs = new Nrs(new Host(Optional.empty(), Map.of()), terminal, Preview.of())) {
            int exitCode = new ExecutionErrors(nrs).report(error, "nrs sample");
            terminal.err().flush();
            return exitCode;
        }
    }

    @Test
    void nativeCodeThatNobodyAllowedIsNoFaultOfOurs() {
        Throwable refusal = new IllegalCallerException("Illegal native access from the plugin dl4j");
        assertEquals(ExitCode.BAD_INPUT, report(new IllegalStateException("ND4J cannot be loaded", refusal)));
        assertTrue(err.toString().contains("from the plugin dl4j, which nobody allowed to it."), err.toString());
        assertTrue(err.toString().contains("nrs plugins enable NAME --native"), err.toString());
    }

    @Test
    void otherIllegalCallersAre() {
        assertEquals(ExitCode.INTERNAL_ERROR, report(new IllegalCallerException("no caller frame")));
        assertTrue(err.toString().contains("Internal error"), err.toString());
    }

    @Test
    void aBackendThatIsLostOutsideOfARunIsNoFaultOfOurs() {
        Throwable lost = new BackendLostException("the card answers no more");
        assertEquals(ExitCode.BACKEND_UNAVAILABLE, report(new IllegalStateException("no sample", lost)));
        assertTrue(err.toString().contains("nrs: The backend was lost: the card answers no more."), err.toString());
        assertTrue(err.toString().contains("nrs list backends"), err.toString());
    }

    @Test
    void aRunWhoseBackendIsLostHasItsOwnExitCode() {
        Exception lost =
                new BackendUnavailableException("The run stopped, since the card is gone.", "Name a --fallback.", null);
        assertEquals(ExitCode.BACKEND_UNAVAILABLE, report(lost));
        assertTrue(err.toString().contains("nrs: The run stopped, since the card is gone."), err.toString());
        assertTrue(err.toString().contains("Name a --fallback."), err.toString());
    }
}
