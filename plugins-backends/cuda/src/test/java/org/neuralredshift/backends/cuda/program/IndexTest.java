package org.neuralredshift.backends.cuda.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.graph.Shape;

class IndexTest {
    private static final Index I = Index.variable("i", 60);

    private static long value(Index index, Map<String, Long> variables) {
        long sum = index.constant();
        for (Map.Entry<Index.Atom, Long> term : index.terms().entrySet()) {
            sum += term.getValue()
                    * switch (term.getKey()) {
                        case Index.Variable v -> variables.get(v.name());
                        case Index.Quotient q -> value(q.of(), variables) / q.by();
                        case Index.Remainder r -> value(r.of(), variables) % r.by();
                    };
        }
        return sum;
    }

    @Test
    void whatAReshapeTakesApartAnotherPutsTogether() {
        List<Index> place = Reading.unflat(I, Shape.of(3, 4, 5));
        assertEquals("i", Reading.flat(place, Shape.of(3, 4, 5)).text());
        assertEquals("(i % 5)", place.get(2).text());
        assertEquals("((i / 5) % 4)", place.get(1).text());
    }

    @Test
    void divisionOfWhatIsSmallerIsNothing() {
        assertEquals("0", I.divided(60).text());
        assertEquals("i", I.remainder(60).text());
        assertEquals("i", I.times(7).plus(6).divided(7).text());
        assertEquals("6", I.times(7).plus(6).remainder(7).text());
    }

    @Test
    void aVariableOfOneValueIsZero() {
        assertEquals("3", Index.variable("j", 1).plus(3).text());
    }

    @Test
    void quotientsAndRemaindersAreThoseOfNumbers() {
        Random random = new Random(5);
        for (int trial = 0; trial < 20_000; trial++) {
            Index index = I.times(random.nextInt(5))
                    .plus(Index.variable("j", 9).times(random.nextInt(20)))
                    .plus(random.nextInt(30));
            Map<String, Long> at = Map.of("i", (long) random.nextInt(60), "j", (long) random.nextInt(9));
            long expected = value(index, at);
            for (int depth = 0; depth < 4; depth++) {
                int by = 1 + random.nextInt(12);
                boolean divides = random.nextBoolean();
                int factor = 1 + random.nextInt(3);
                Index part = divides ? index.divided(by) : index.remainder(by);
                long partly = divides ? expected / by : expected % by;
                index = part.times(factor).plus(index.remainder(7));
                expected = partly * factor + expected % 7;
                assertEquals(expected, value(index, at), index::text);
                assertTrue(index.maximum() >= expected, () -> "the largest value of a number that has it");
            }
        }
    }
}
