package org.neuralredshift.engine.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureSpecTest {
    private static final Study STUDY = study();

    private static Study study() {
        Map<String, List<Object>> parameters = new LinkedHashMap<>();
        parameters.put("activation", List.of("tanh", "sine", "relu"));
        parameters.put("layers", List.of("mlp", "mlp+gating"));
        parameters.put("depth", List.of(3L));
        parameters.put("magnitude", List.of(1.0, 10.0));
        return new Study(
                "s", "", "", "random-functions", 0, List.of(0L), parameters, List.of("fourier", "lz78"), 0, List.of());
    }

    @Test
    void axesThatNobodyNamesAreThoseThatAreSwept() {
        FigureSpec spec = FigureSpec.read(Map.of("kind", "lines"), STUDY);
        assertEquals(List.of("activation"), spec.panels());
        assertEquals("magnitude", spec.x());
        assertEquals(List.of("layers"), spec.ys());
        assertEquals("fourier", spec.metric());
    }

    @Test
    void whatAnAxisShowsIsNoPanel() {
        FigureSpec spec = FigureSpec.read(Map.of("kind", "pictures", "x", "magnitude", "y", "activation"), STUDY);
        assertEquals(List.of(), spec.panels());
        assertEquals(List.of("activation"), spec.ys());
    }

    @Test
    void aFigureShowsTheCellsThatItAsksFor() {
        FigureSpec spec = FigureSpec.read(
                Map.of("kind", "lines", "where", Map.of("depth", List.of(3L), "activation", List.of("tanh", "sine"))),
                STUDY);
        assertTrue(spec.shows(Map.of("depth", 3L, "activation", "sine", "magnitude", 1.0)));
        assertFalse(spec.shows(Map.of("depth", 3L, "activation", "relu")));
        assertFalse(spec.shows(Map.of("depth", 0L, "activation", "sine")));
    }

    @Test
    void aStudyOfSeveralMetricsThatAsksForNothingComparesThem() {
        List<FigureSpec> specs = FigureSpec.defaults(STUDY);
        assertEquals(FigureSpec.Kind.SCATTER, specs.getLast().kind());
        assertEquals(STUDY.metrics(), specs.getLast().metrics());
    }
}
