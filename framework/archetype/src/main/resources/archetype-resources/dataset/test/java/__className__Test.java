package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.testkit.DatasetSuite;

class ${className}Test extends DatasetSuite {
    @Override
    protected List<Dataset> extensions() {
        return List.of(new ${className}());
    }

    /** With two rings the inner one ends at the radius 1/2: (0.3, 0.3) is inside, (0.4, 0.4) and (-0.6, 0) are not. */
    @Test
    void classesAreThoseSeenOnPaper() {
        assertEquals(1, ${className}.label(0.3, 0.3, 2));
        assertEquals(0, ${className}.label(0.4, 0.4, 2));
        assertEquals(0, ${className}.label(-0.6, 0, 2));
        assertEquals(1, ${className}.label(0.9, 0.9, 2));
    }

    @Test
    void everyLabelIsTheClassOfItsPoint() {
        ${className} dataset = new ${className}();
        Examples examples = dataset.examples(dataset.parameters().resolve(Map.of("rings", 5)), 1, 2);
        for (int point = 0; point < examples.count(); point++) {
            double radius = Math.hypot(examples.inputs()[2 * point], examples.inputs()[2 * point + 1]);
            boolean isOdd = (int) (radius * 5) % 2 == 1;
            assertEquals(isOdd ? 0 : 1, examples.labels()[point], "at the radius " + radius);
        }
    }

    @Test
    void refusesASplitThatLeavesNothingToTrainOn() {
        ${className} dataset = new ${className}();
        Map<String, Object> nothing = Map.of("train-fraction", 0);
        assertThrows(
                InvalidParameterException.class,
                () -> dataset.examples(dataset.parameters().resolve(nothing), 1, 2));
    }
}
