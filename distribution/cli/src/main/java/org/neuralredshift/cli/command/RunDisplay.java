package org.neuralredshift.cli.command;

import java.util.HashSet;
import java.util.Set;
import org.neuralredshift.cli.console.Terminal;
import org.neuralredshift.engine.run.Progress;
import org.neuralredshift.engine.run.RunListener;

/** What a user sees while a study runs. */
final class RunDisplay implements RunListener {
    private final Terminal terminal;
    private final boolean quiet;
    private final org.neuralredshift.cli.console.Progress line;
    private final Set<String> told = new HashSet<>();

    /** @param quiet whether notices alone are shown */
    RunDisplay(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.line = new org.neuralredshift.cli.console.Progress(terminal, "networks", System.nanoTime());
    }

    @Override
    public void progress(Progress progress) {
        if (!quiet) {
            line.update(progress.done(), progress.total(), progress.rate(), System.nanoTime());
        }
    }

    @Override
    public void notice(String sentence) {
        told.add(sentence);
        terminal.warn(sentence);
    }

    /** Shows how it ended. */
    void finish(Progress progress) {
        if (!quiet) {
            line.finish(progress.done(), progress.total(), progress.rate());
        }
    }

    /** The notices that were shown. */
    Set<String> told() {
        return told;
    }
}
