package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void sample() {
        Nrs.run(folder, "sample", "--to", "one", "--width", 8, "--grid", 32, "--activation", "tanh")
                .done();
    }

    private Nrs.Result measure(Object... options) {
        Object[] words = new Object[options.length + 2];
        words[0] = "measure";
        words[1] = "one/function.npy";
        System.arraycopy(options, 0, words, 2, options.length);
        return Nrs.run(folder, words);
    }

    @Test
    void whoNamesNoMetricGetsThoseOfTheGridAlone() {
        String all = measure().done().out();
        assertTrue(all.contains("fourier ") && all.contains("lz78 "), all);
        assertFalse(all.contains("chebyshev") || all.contains("total-variation"), all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chebyshev", "legendre", "hermite"})
    void aFileIsMeasuredOnTheGridByMetricsThatHaveNodesOfTheirOwn(String metric) {
        measure("--metric", metric)
                .refused("cannot measure one/function.npy", metric + "[nodes=grid] measures on the grid");
        String label = metric + "[nodes=grid]";
        String ofFile = line(measure("--metric", label).done().out(), label);
        Nrs.Result again = Nrs.run(
                folder, "sample", "--to", "two", "--width", 8, "--grid", 32, "--activation", "tanh", "--metric", label);
        assertEquals(line(again.done().out(), label), ofFile);
    }

    @Test
    void saysSoIfNoChoiceOfAMetricIsOnTheGrid() {
        String message = measure("--metric", "total-variation")
                .refused("total-variation cannot measure")
                .err();
        assertFalse(message.contains("measures on the grid"), message);
    }

    private static String line(String table, String label) {
        return table.lines()
                .filter(line -> line.contains(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(table));
    }
}
