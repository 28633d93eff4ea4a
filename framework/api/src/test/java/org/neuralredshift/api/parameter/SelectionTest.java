package org.neuralredshift.api.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    private static final ParameterSchema SCHEMA = ParameterSchema.of(
            Parameter.real("frequency", 1, Origin.ASSUMED, 0, 100, "", "for this test"),
            Parameter.integer("count", 3, Origin.ASSUMED, 1, 9, "", "for this test"),
            Parameter.flag("gain", false, Origin.ASSUMED, "for this test"),
            Parameter.choice("form", "paper", Origin.ASSUMED, List.of("paper", "textbook"), "for this test"));

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "fourier:prototype", "snake[frequency=2]", "lz78[scan=hilbert,levels=4]"})
    void readsBackWhatItWrites(String text) {
        assertEquals(text, Selection.parse(text).text());
    }

    @Test
    void blanksDoNotMatter() {
        assertEquals(new Selection("snake", Map.of("frequency", "2")), Selection.parse(" snake [ frequency = 2 ] "));
        assertEquals(Selection.of("snake"), Selection.parse("snake[]"));
    }

    @ParameterizedTest
    @CsvSource({
        // written, canonical
        "'snake[frequency=1.0,form=paper]', snake",
        "'snake[frequency=2.0]', snake[frequency=2]",
        "'snake[frequency=2.5]', snake[frequency=2.5]",
        "'snake[frequency=25e-1]', snake[frequency=2.5]",
        "'snake[form=textbook,count=4,gain=true]', 'snake[count=4,gain=true,form=textbook]'"
    })
    void equalParametersHaveOneText(String written, String canonical) {
        Selection selection = Selection.parse(written);
        assertEquals(
                canonical,
                Selection.of(selection.id(), SCHEMA, selection.resolve(SCHEMA)).text());
    }

    @ParameterizedTest
    @CsvSource({
        "'', is no name",
        "'[frequency=2]', is no name",
        "'snake[frequency=2', has no closing bracket",
        "'snake]', is no name",
        "'snake[frequency]', has no value",
        "'snake[frequency=1,]', has no value",
        "'snake[frequency=1,frequency=2]', twice"
    })
    void anythingElseIsRefused(String text, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> Selection.parse(text))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }

    @ParameterizedTest
    @CsvSource({"'snake[speed=1]', speed", "'snake[frequency=101]', frequency", "'snake[gain=yes]', gain"})
    void whatTheSchemaDoesNotAllowIsRefusedByName(String text, String parameter) {
        InvalidParameterException e = assertThrows(
                InvalidParameterException.class, () -> Selection.parse(text).resolve(SCHEMA));
        assertEquals(parameter, e.parameter());
    }
}
