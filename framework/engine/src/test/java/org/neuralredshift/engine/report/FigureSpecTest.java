package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.study.Study;

class FigureSpecTest {
    private static final Study STUDY = SmallMultiples.study(2, List.of());

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
                Map.of("kind", "lines", "where", Map.of("depth", 3, "activation", List.of("tanh", "sine"))), STUDY);
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

    @Test
    void mistakesAreNamed() {
        assertMistake(Map.of("kind", "line"), "kind line", "lines");
        assertMistake(Map.of("kind", "lines", "lines", List.of("layer")), "the lines layer", "layers");
        assertMistake(Map.of("kind", "lines", "where", Map.of("dept", 3)), "the where dept", "depth");
        assertMistake(Map.of("kind", "lines", "where", 3), "under where", "{depth: 3}");
        assertMistake(Map.of("kind", "scatter", "metrics", List.of("fourier")), "one alone", "several");
        assertMistake(Map.of("kind", "heatmap", "y", List.of("depth", "layers")), "several parameters", "panel");
        assertMistake(Map.of("kind", "lines", "x", "layers"), "no number", "heatmap");
    }

    private static void assertMistake(Map<String, Object> entry, String problem, String hint) {
        UserException mistake = assertThrows(UserException.class, () -> FigureSpec.read(entry, STUDY));
        assertTrue(mistake.getMessage().contains(problem), mistake.getMessage());
        assertTrue(mistake.hint().orElse("").contains(hint), mistake.hint().toString());
    }
}
