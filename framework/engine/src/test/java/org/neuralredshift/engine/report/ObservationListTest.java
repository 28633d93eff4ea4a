package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.engine.store.Observation;

class ObservationListTest {
    @Test
    void givesBackWhatWasAddedBeyondItsFirstSize() {
        List<Observation> expected = new ArrayList<>();
        ObservationList list = new ObservationList();
        for (int i = 0; i < 5000; i++) {
            String cell = "c" + i / 100;
            Observation observation = new Observation(
                    cell, Map.of("depth", (long) i / 100), i, "m" + i % 3, i % 7 == 0 ? "overflow" : "ok", i / 8.0);
            expected.add(observation);
            list.add(observation);
        }
        assertEquals(expected, list);
    }

    @Test
    void observationsOfACellShareItsParameters() {
        ObservationList list = new ObservationList();
        list.add(new Observation("c", Map.of("depth", 1L), 0, "fourier", "ok", 1));
        list.add(new Observation("c", Map.of("depth", 1L), 1, "fourier", "ok", 2));
        assertSame(list.get(0).parameters(), list.get(1).parameters());
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(2));
    }
}
