package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {
    private static final Pattern RATE = Pattern.compile("\"nets_per_s\":([0-9.E]+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--metrics fourier,lz78",
                "--metrics fourier,chebyshev --rows",
                "--rows --metrics lz76 --set bias-magnitude=2 --layers mlp+layer-norm"
            })
    void everyWayOfMeasuringGivesARate(String options) {
        String out = Nrs.run(folder, (Object[])
                        ("bench --json --activation tanh --width 8 --grid 16 --seconds 0.1 " + options)
                                .strip()
                                .split(" +"))
                .done()
                .out();
        double rate = RATE.matcher(out)
                .results()
                .map(MatchResult::group)
                .map(found -> Double.parseDouble(found.substring(found.indexOf(':') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(out));
        assertTrue(rate > 0, out);
    }
}
