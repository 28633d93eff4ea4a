package org.neuralredshift.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter err = new StringWriter();

    private Progress progress(boolean interactive) {
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), interactive);
        return new Progress(terminal, "networks", 0);
    }

    @Test
    void writesALineEveryTenSecondsIfNobodyWatches() {
        Progress progress = progress(false);
        for (int second = 1; second <= 25; second++) {
            progress.update(second, 100, 1, second * SECOND);
        }
        progress.finish(100, 100, 4);
        assertEquals(
                "10/100 networks, 10 %, 1.0 per second, 1 min 30 s left\n"
                        + "20/100 networks, 20 %, 1.0 per second, 1 min 20 s left\n"
                        + "100/100 networks, 100 %, 4.0 per second\n",
                err.toString());
    }

    /** Three seconds of compilation, then 1000 networks per second: the truth is 93 s. */
    @Test
    void tellsNoTimeLeftUntilItIsStable() {
        Progress progress = progress(true);
        for (int second = 1; second <= 30; second++) {
            long done = Math.max(1, 1000L * (second - 3));
            progress.update(done, 90_000, (double) done / second, second * SECOND);
        }
        String[] drawn = err.toString().split("\r");
        assertEquals(31, drawn.length);
        for (int second = 1; second <= 7; second++) {
            assertFalse(drawn[second].contains("left"), drawn[second]);
        }
        assertTrue(drawn[30].contains("1 min 10 s left"), drawn[30]);
    }

    @Test
    void redrawsOneLineOnATerminal() {
        Progress progress = progress(true);
        progress.update(50, 100, 0, SECOND);
        progress.update(51, 100, 0, SECOND + 1);
        progress.finish(100, 100, 0);
        String[] drawn = err.toString().split("\r");
        assertEquals(3, drawn.length);
        assertTrue(drawn[1].startsWith("█".repeat(12) + "░".repeat(12) + " 50/100 networks"), drawn[1]);
        assertTrue(drawn[2].endsWith("\u001b[K\n"), drawn[2]);
    }
}
