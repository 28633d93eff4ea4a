package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShellWordTest {
    @Test
    void quotesWhatAShellWouldRead() {
        assertEquals("results/figure4", ShellWord.of("results/figure4"));
        assertEquals("'parameters.width=[1, 2]'", ShellWord.of("parameters.width=[1, 2]"));
        assertEquals("'it'\\''s'", ShellWord.of("it's"));
        assertEquals("''", ShellWord.of(""));
    }
}
