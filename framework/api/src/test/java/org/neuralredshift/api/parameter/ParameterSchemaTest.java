package org.neuralredshift.api.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterSchemaTest {
    private static final ParameterSchema SCHEMA = ParameterSchema.of(
            Parameter.integer("depth", 3, Origin.ASSUMED, 0, 1000, "layers", "hidden layers"),
            Parameter.real("magnitude", 1, Origin.PAPER, 0, 1e38, "", "weight scale"),
            Parameter.choice("scan", "rows", Origin.ASSUMED, List.of("rows", "hilbert"), "order"),
            Parameter.flag("prefactor", false, Origin.ASSUMED, "whether"),
            Parameter.extension("activation", "activation", "relu", Origin.PAPER, "which"));

    static List<Object[]> rejected() {
        return List.of(
                new Object[] {"depth", 1001, "depth is 1001, but must be a whole number from 0 to 1000 layers"},
                new Object[] {"depth", -1L, "depth is -1, but must be a whole number from 0 to 1000 layers"},
                new Object[] {"depth", 2.5, "depth is 2.5, but must be a whole number from 0 to 1000 layers"},
                new Object[] {"depth", Double.NaN, "depth is NaN, but must be a whole number from 0 to 1000 layers"},
                new Object[] {"depth", "3", "depth is 3, but must be a whole number from 0 to 1000 layers"},
                new Object[] {"magnitude", -0.5, "magnitude is -0.5, but must be a number from 0 to 1.0E38"},
                new Object[] {
                    "magnitude",
                    Double.POSITIVE_INFINITY,
                    "magnitude is Infinity, but must be a finite number from 0 to 1.0E38"
                },
                new Object[] {"magnitude", true, "magnitude is true, but must be a finite number from 0 to 1.0E38"},
                new Object[] {"scan", "zigzag", "scan is zigzag, but must be one of rows, hilbert"},
                new Object[] {"prefactor", 1, "prefactor is 1, but must be true or false"},
                new Object[] {"activation", 7, "activation is 7, but must be the id of one activation"},
                new Object[] {
                    "dept",
                    3,
                    "dept is 3, but must be absent: the parameters here are"
                            + " [depth, magnitude, scan, prefactor, activation]"
                });
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void aRejectionNamesTheParameterTheValueAndWhatIsLawful(String name, Object value, String message) {
        InvalidParameterException error =
                assertThrows(InvalidParameterException.class, () -> SCHEMA.resolve(Map.of(name, value)));
        assertEquals(message, error.getMessage());
        assertEquals(name, error.parameter());
    }

    @Test
    void aNameWithoutAValueIsNoDefault() {
        InvalidParameterException error = assertThrows(
                InvalidParameterException.class, () -> SCHEMA.resolve(Collections.singletonMap("depth", null)));
        assertEquals(
                "depth is left empty, but must be given a value, or left out to take its default", error.getMessage());
    }

    @Test
    void valuesTakeTheTypeOfTheirParameterAndTheOrderOfTheSchema() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("magnitude", 2);
        given.put("depth", 4.0);
        Parameters parameters = SCHEMA.resolve(given);
        assertEquals(SCHEMA.names(), List.copyOf(parameters.values().keySet()));
        assertEquals(
                Arrays.<Object>asList(4L, 2.0, "rows", false, "relu"),
                List.copyOf(parameters.values().values()));
        assertEquals(4, parameters.count("depth"));
        assertEquals(2.0, parameters.real("magnitude"));
    }

    @Test
    void boundsAreLawfulThemselves() {
        assertEquals(1000, SCHEMA.resolve(Map.of("depth", 1000)).integer("depth"));
        assertEquals(0, SCHEMA.resolve(Map.of("magnitude", 0)).real("magnitude"));
    }

    @Test
    void rejectsADoubleDeclarationAndADefaultOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> SCHEMA.and(SCHEMA));
        Parameter wrong = Parameter.real("magnitude", 5, Origin.ASSUMED, 0, 1, "", "weight scale");
        String message = assertThrows(InvalidParameterException.class, () -> ParameterSchema.of(wrong))
                .getMessage();
        assertEquals("magnitude is 5.0, but must be a number from 0 to 1", message);
    }

    @Test
    void anUnknownNameIsNoValue() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> SCHEMA.defaults().get("width"))
                .getMessage();
        assertEquals("no parameter width among [depth, magnitude, scan, prefactor, activation]", message);
    }
}
