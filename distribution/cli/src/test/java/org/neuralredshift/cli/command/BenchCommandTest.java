package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.cli.bench.BenchConfiguration;
import org.neuralredshift.cli.console.Terminal;
import picocli.CommandLine;

class BenchCommandTest {
    private static List<BenchConfiguration> configurations(String... arguments) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Host host = new Host(Optional.empty(), Map.of());
        BenchCommand command =
                new BenchCommand(new Nrs(host, new Terminal(nowhere, nowhere, false), Preview.of("bench")));
        new CommandLine(command).parseArgs(arguments);
        return command.configurations();
    }

    @Test
    void withoutANetworkEveryOptionHoldsForTheTable() {
        List<BenchConfiguration> table = configurations(
                "--set",
                "magnitude=5",
                "--metrics",
                "fourier",
                "--threads",
                "2",
                "--batch",
                "8",
                "--rows",
                "--seconds=3");
        assertEquals(BenchConfiguration.table(3).size(), table.size());
        for (BenchConfiguration row : table) {
            assertEquals(Map.of("magnitude", "5"), row.parameters());
            assertEquals("fourier", row.metrics());
            assertEquals(2, row.threads());
            assertEquals(8, row.batch());
            assertTrue(row.rows());
            assertEquals(3, row.seconds());
        }
        assertEquals(
                BenchConfiguration.table(3).stream()
                        .map(BenchConfiguration::act)
                        .toList(),
                table.stream().map(BenchConfiguration::act).toList());
    }

    @Test
    void whatNamesANetworkIsMeasuredAlone() {
        assertEquals(List.of(BenchConfiguration.evaluation("relu", 8, 64, 64, 2)), configurations("--depth", "8"));
        assertEquals(List.of(BenchConfiguration.evaluation("tanh", 3, 64, 64, 2)), configurations("--activation=tanh"));
        assertEquals(
                "mlp+gating",
                configurations("--layers", "mlp+gating").getFirst().layers());
        assertEquals(16, configurations("--grid", "16").getFirst().grid());
        assertEquals(16, configurations("--width", "16").getFirst().width());
    }

    @Test
    void aParameterThatTheTableSaysItselfIsRefused() {
        assertThrows(InvalidParameterException.class, () -> configurations("--set", "depth=5"));
    }
}
