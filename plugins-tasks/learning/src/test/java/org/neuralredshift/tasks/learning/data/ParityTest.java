package org.neuralredshift.tasks.learning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.parameter.InvalidParameterException;

class ParityTest {
    private static Examples of(Map<String, ?> given) {
        Parity dataset = new Parity();
        return dataset.examples(dataset.parameters().resolve(given), 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"2,1", "2,2", "5,3", "10,4", "10,10"})
    void everyVectorIsThereOnceWithTheSignOfItsProduct(int bits, int relevant) {
        Examples examples = of(Map.of("bits", bits, "relevant", relevant));
        Set<List<Float>> seen = new HashSet<>();
        int positive = 0;
        for (int row = 0; row < examples.count(); row++) {
            int from = row * bits;
            List<Float> vector = IntStream.range(0, bits)
                    .mapToObj(bit -> examples.inputs()[from + bit])
                    .toList();
            assertTrue(seen.add(vector));
            assertTrue(vector.stream().allMatch(bit -> bit == 1 || bit == -1));
            long negative =
                    vector.subList(0, relevant).stream().filter(bit -> bit < 0).count();
            assertEquals(negative % 2 == 0 ? 1 : 0, examples.labels()[row], () -> "of " + vector);
            positive += (int) examples.labels()[row];
        }
        assertEquals(1 << bits, seen.size());
        assertEquals(1 << bits - 1, positive, "half of the labels are 1");
    }

    @Test
    void everyVectorIsForTrainingOrForTheTest() {
        Examples examples = of(Map.of("bits", 6, "train-fraction", 0.25));
        assertEquals(16, examples.train().length);
        assertEquals(48, examples.tests().get("test").length);
        assertEquals(
                64,
                IntStream.concat(
                                Arrays.stream(examples.train()),
                                Arrays.stream(examples.tests().get("test")))
                        .distinct()
                        .count());
    }

    @Test
    void refusesMoreRelevantBitsThanThereAre() {
        InvalidParameterException e =
                assertThrows(InvalidParameterException.class, () -> of(Map.of("bits", 4, "relevant", 5)));
        assertEquals("relevant", e.parameter());
        assertTrue(e.getMessage().contains("at most bits, which is 4"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void refusesASplitThatLeavesNothing(double fraction) {
        assertEquals(
                "train-fraction",
                assertThrows(InvalidParameterException.class, () -> of(Map.of("train-fraction", fraction)))
                        .parameter());
    }
}
