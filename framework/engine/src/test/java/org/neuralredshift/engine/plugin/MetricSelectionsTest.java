package org.neuralredshift.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.UserException;

class MetricSelectionsTest {
    private final Catalog catalog = Laboratory.catalog();

    @ParameterizedTest
    @ValueSource(strings = {"fourier", "fourier:prototype", "lz78[scan=hilbert]", "lz78[scan=hilbert,levels=4]"})
    void aLabelReadsBackAsItself(String label) {
        assertEquals(label, MetricSelections.parse(label, catalog).label());
    }

    @Test
    void blanksAndDefaultsDoNotMatter() {
        assertEquals(
                "lz78",
                MetricSelections.parse(" lz78[ scan = rows , levels = 2 ] ", catalog)
                        .label());
    }

    @Test
    void parametersHaveTheirTypes() {
        MetricSelection selection = MetricSelections.parse("lz78[levels=16]", catalog);
        assertEquals(
                Map.of("scan", "rows", "levels", 16L), selection.parameters().values());
    }

    @Test
    void aMisspeltMetricNamesTheNearest() {
        UserException e = assertThrows(UserException.class, () -> MetricSelections.parse("furier", catalog));
        assertEquals(
                "Did you mean fourier? There is: fourier, fourier:prototype, lz78.",
                e.hint().orElseThrow());
    }

    @Test
    void aMisspeltParameterNamesTheNearest() {
        UserException e = assertThrows(UserException.class, () -> MetricSelections.parse("lz78[level=3]", catalog));
        assertTrue(e.hint().orElseThrow().startsWith("Did you mean levels?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz78[levels=1]", "lz78[levels=x]", "lz78[scan=diagonal]", "lz78[scan]", "lz78[", ""})
    void whatIsNotLawfulIsRefused(String text) {
        assertThrows(UserException.class, () -> MetricSelections.parse(text, catalog));
    }
}
