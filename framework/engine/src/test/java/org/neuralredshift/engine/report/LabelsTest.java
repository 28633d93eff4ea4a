package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    private static final Labels LABELS =
            new Labels(Map.of("depth", "layers"), Map.of("depth", 3L, "scaled", "weights", "layers", "mlp"));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "mlp, MLP",
                "mlp+gating, + gating",
                "mlp+layer-norm, + layer norm",
                "mlp+residual[form=textbook], + residual (form textbook)",
                "mlp+gating+residual, + gating + residual",
                "\"dense, activation\", \"dense, activation\"",
                "weights+biases, weights+biases",
                "fourier-lattice, fourier-lattice"
            })
    void compositionsAreNamedByWhatTheyAddToAPlainNetwork(String value, String label) {
        assertEquals(label, Labels.value(value));
    }

    @Test
    void valuesAtTheDefaultAreLeftOutUnlessTheFigureAsksForThemInNumbers() {
        List<String> parameters = List.of("activation", "depth", "scaled");
        assertEquals("tanh, depth 5", composite(parameters, List.of("tanh", 5L, "weights"), 1));
        assertEquals("tanh", composite(parameters, List.of("tanh", 3L, "weights"), 1));
        assertEquals("tanh, depth 3", composite(parameters, List.of("tanh", 3L, "weights"), 2));
        assertEquals("tanh, scaled prefactor", composite(parameters, List.of("tanh", 3.0, "prefactor"), 1));
    }

    @Test
    void compositionsNeedNoParametersName() {
        List<String> parameters = List.of("activation", "layers");
        assertEquals("tanh, + gating", composite(parameters, List.of("tanh", "mlp+gating"), 1));
        assertEquals("tanh", composite(parameters, List.of("tanh", "mlp"), 1));
    }

    @Test
    void aNameStandsForTheWhole() {
        assertEquals(
                "unbiased model",
                LABELS.composite(
                        List.of("activation", "encoding", "depth"),
                        List.of("sine", "fourier-lattice", 0L),
                        1,
                        Map.of("fourier-lattice", "unbiased model")));
    }

    private static String composite(List<String> parameters, List<Object> values, int asked) {
        return LABELS.composite(parameters, values, asked, Map.of());
    }
}
