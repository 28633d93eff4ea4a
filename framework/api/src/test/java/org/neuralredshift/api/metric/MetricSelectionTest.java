package org.neuralredshift.api.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

class MetricSelectionTest {
    private record Named(String id) implements Metric {
        @Override
        public int revision() {
            return 4;
        }

        @Override
        public Description description() {
            return Description.of("for this test");
        }

        @Override
        public ParameterSchema parameters() {
            return ParameterSchema.of(
                    Parameter.choice("scan", "rows", Origin.ASSUMED, List.of("rows", "hilbert"), "order"),
                    Parameter.integer("levels", 2, Origin.ASSUMED, 2, 256, "", "letters"));
        }

        @Override
        public Probe prepare(SampleSpec spec, Parameters parameters) {
            return (function, out) -> out.value(1);
        }
    }

    private static MetricSelection select(String id, Map<String, ?> given) {
        Named metric = new Named(id);
        return new MetricSelection(metric, metric.parameters().resolve(given));
    }

    @ParameterizedTest
    @CsvSource({
        "fourier, fourier, standard, fourier",
        "fourier:prototype, fourier, prototype, fourier:prototype",
        "a:b:c, a, b:c, a:b:c"
    })
    void theIdGivesNameAndVariant(String id, String name, String variant, String label) {
        MetricSelection selection = select(id, Map.of());
        assertEquals(name, selection.name());
        assertEquals(variant, selection.variant());
        assertEquals(label, selection.label());
        assertEquals(4, selection.revision());
    }

    @Test
    void parametersThatAreNotAtTheirDefaultBelongToTheVariant() {
        MetricSelection plain = select("lz78", Map.of("levels", 10, "scan", "hilbert"));
        assertEquals("standard,scan=hilbert,levels=10", plain.variant());
        assertEquals("lz78[scan=hilbert,levels=10]", plain.label());
        MetricSelection variant = select("fourier:prototype", Map.of("levels", 10, "scan", "rows"));
        assertEquals("prototype,levels=10", variant.variant());
        assertEquals("fourier:prototype[levels=10]", variant.label());
    }
}
