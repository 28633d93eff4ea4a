package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alone on the machine: others would take its time. */
@Isolated
class BenchTest {
    private static final String NUMBER = "\":([0-9.E]+)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--metrics fourier,lz78",
                "--metrics fourier,chebyshev --rows",
                "--metrics fourier,hermite[nodes=grid,orders=8]",
                "--rows --metrics lz76 --set bias-magnitude=2 --layers mlp+layer-norm"
            })
    void everyWayOfMeasuringGivesARate(String options) {
        String out = Nrs.run(folder, (Object[])
                        ("bench --json --activation tanh --width 8 --grid 16 --seconds 0.1 " + options)
                                .strip()
                                .split(" +"))
                .done()
                .out();
        assertTrue(least("nets_per_s", out) > 0, out);
    }

    @Test
    void backendsTakeTurnsAndTellTheirFirstUse() {
        String out = Nrs.run(folder, (Object[])
                        "bench --json --width 4 --depth 1 --grid 8 --seconds 0.05 --repeat 2 --backend reference,cpu"
                                .split(" "))
                .done()
                .out();
        List<String> backends = Pattern.compile("\"backend\":\"([a-z]+)\"")
                .matcher(out)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("reference", "cpu", "reference", "cpu"), backends, out);
        assertTrue(least("first_s", out) > 0, out);
    }

    /**
     * Per network, and per step of training. One object per weight tensor would take 96 bytes. While the JVM still compiles,
     * more is allocated; how long that takes depends on what else the machine does, so that longer bursts follow where short
     * ones were not enough.
     */
    @ParameterizedTest
    @ValueSource(strings = {"--activation tanh --grid 16", "--activation relu --train adam --batch 64"})
    void theSteadyStateAllocatesNothing(String work) {
        List<String> outs = new ArrayList<>();
        for (String seconds : List.of("0.5", "2", "8")) {
            outs.add(Nrs.run(folder, (Object[])
                            ("bench --json --activation tanh --depth 2 --width 16 --grid 16 --repeat 5 --seconds "
                                            + seconds)
                                    .split(" "))
                    .done()
                    .out());
            if (least("alloc_b_per_net", outs.getLast()) < 64) {
                return;
            }
        }
        fail(String.join("\n", outs));
    }

    private static double least(String field, String out) {
        return Pattern.compile("\"" + field + NUMBER)
                .matcher(out)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .min()
                .orElseThrow(() -> new AssertionError(out));
    }
}
