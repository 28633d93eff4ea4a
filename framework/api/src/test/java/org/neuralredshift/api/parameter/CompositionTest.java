package org.neuralredshift.api.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTest {
    private static final Predicate<String> BEFORE = Set.of("layer-norm", "prefactor")::contains;

    private static List<String> parts(String text) {
        return Composition.parse(text, BEFORE).parts().stream()
                .map(Selection::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none |",
                "mlp | dense, activation",
                "mlp+layer-norm | dense, layer-norm, activation",
                "mlp+residual | dense, activation, residual",
                "mlp + gating + layer-norm + residual | dense, layer-norm, activation, gating, residual",
                "mlp+layer-norm[gain=true,offset=true]+residual[form=a+b]"
                        + " | dense, layer-norm[gain=true,offset=true], activation, residual[form=a+b]",
                "fourier-lattice[size=8] | fourier-lattice[size=8]",
                "layer-norm, dense, activation | layer-norm, dense, activation",
            })
    void aTextIsAListOfParts(String text, String parts) {
        assertEquals(parts == null ? List.of() : List.of(parts.split(", ")), parts(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none | none",
                "dense, activation | mlp",
                "dense , layer-norm, activation,gating | mlp+layer-norm+gating",
                "mlp+gating+layer-norm | mlp+layer-norm+gating",
                "mlp+residual+gating | mlp+residual+gating",
                "dense, activation, layer-norm | dense, activation, layer-norm",
                "dense, residual, activation | dense, residual, activation",
                "dense, activation, activation | dense, activation, activation",
                "dense[bias=false], activation | dense[bias=false], activation",
                "dense | dense",
                "activation | activation"
            })
    void hasOneTextWhichReadsBackEqual(String text, String canonical) {
        Composition composition = Composition.parse(text, BEFORE);
        assertEquals(canonical, composition.text(BEFORE));
        assertEquals(composition, Composition.parse(canonical, BEFORE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dense+gating | only mlp can be added to",
                "none+gating | only mlp can be added to",
                "mlp+activation | has its activation",
                "mlp, gating | whole composition",
                "dense, none | whole composition",
                "mlp+ | is no name",
                "dense,, activation | is no name",
                "dense, activation[slope=1] | the parameter activation"
            })
    void anythingElseIsRefused(String text, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> Composition.parse(text, BEFORE))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "mlp+gating", "none", "dense, activation"})
    void someWordsOfAListAreCompositionsThemselves(String text) {
        assertTrue(Composition.isWhole(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense", "activation", "layer-norm[gain=true,offset=true]", "residual"})
    void othersAreParts(String text) {
        assertFalse(Composition.isWhole(text));
    }
}
