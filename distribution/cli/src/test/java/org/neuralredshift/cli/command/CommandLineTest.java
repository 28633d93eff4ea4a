package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void showsTheHelpIfThereIsNoCommand() {
        Invocation nrs = Invocation.of();
        assertEquals(0, nrs.exitCode());
        assertTrue(nrs.out().contains("Exit codes: 0 done"), nrs.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "reproduce", "report", "measure", "list", "describe", "bench", "doctor"})
    void everyCommandHasHelpWithExamples(String command) {
        Invocation help = Invocation.of(command, "--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.out().startsWith("Usage: nrs " + command), help.out());
        assertTrue(help.out().contains("Examples:"), help.out());
        assertTrue(Invocation.of().out().contains("\n  " + command + " "), "the help of nrs lists " + command);
    }

    @Test
    void theHelpHasAWholeSentenceForEachCommand() {
        List<String> commands = Invocation.of()
                .out()
                .lines()
                .dropWhile(line -> !line.startsWith("Commands:"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .toList();
        assertTrue(commands.size() >= 9, commands.toString());
        commands.forEach(line -> assertTrue(line.matches("  [a-z]+ +[A-Z].*\\."), line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bench --depth abc   | --depth is abc, but must be a whole number.
            bench --seconds abc | --seconds is abc, but must be a number.
            run x --threads 1.5 | --threads is 1.5, but must be a whole number.
            """)
    void aValueThatIsNoNumberIsToldWithItsOption(String arguments, String message) {
        Invocation nrs = Invocation.of(arguments.split(" "));
        assertEquals(2, nrs.exitCode());
        assertTrue(nrs.err().startsWith("nrs: " + message), nrs.err());
    }

    @Test
    void tellsTheVersionOfTheModule() {
        assertTrue(Invocation.of("--version").out().matches("(?s)nrs \\d+\\.\\d+.*Java 2\\d.*"));
    }

    @Test
    void aFolderMayHaveTheNameOfACommand() {
        Invocation nrs = Invocation.of("--plugins", "plugins", "plugins", "list");
        assertTrue(nrs.err().contains("The plugin folder plugins does not exist"), nrs.err());
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        Invocation nrs = Invocation.of("lits");
        assertEquals(2, nrs.exitCode());
        assertEquals(
                "nrs: There is no command lits.\n  Did you mean list? `nrs --help` tells what there is.\n", nrs.err());
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        Invocation list = Invocation.of("list", "--jsno");
        assertEquals(2, list.exitCode());
        assertEquals(
                "nrs: nrs list has no option --jsno.\n  Did you mean --json? `nrs list --help` tells what there is.\n",
                list.err());
    }

    @Test
    void showsAStackTraceOnlyWhenDebugging() {
        Invocation quiet = Invocation.of("list", "--plugins", "no-such-folder");
        Invocation debug = Invocation.of("--debug", "list", "--plugins", "no-such-folder");
        assertEquals(2, quiet.exitCode());
        assertEquals(2, debug.exitCode());
        assertFalse(quiet.err().contains("\tat "), quiet.err());
        assertTrue(debug.err().contains("\tat "), debug.err());
    }

    @Test
    void takesPluginFoldersBeforeAndAfterTheCommand() {
        String before = Invocation.of("--plugins", "no-such-folder", "list").err();
        String after = Invocation.of("list", "--plugins=no-such-folder").err();
        assertTrue(before.contains("no-such-folder"), before);
        assertEquals(before, after);
    }
}
