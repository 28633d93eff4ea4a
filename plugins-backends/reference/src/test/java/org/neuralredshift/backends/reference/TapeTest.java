package org.neuralredshift.backends.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.Comparison;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;

class TapeTest {
    @Test
    void agreesWithTheDefinitionOnRandomExpressions() {
        Random random = new Random(17);
        for (int trial = 0; trial < 300; trial++) {
            Scalar expression = expression(random);
            Tape tape = new Tape(expression);
            double[] registers = new double[tape.length()];
            for (int point = 0; point < 5; point++) {
                double[] inputs = {random.nextGaussian(), 10 * random.nextGaussian()};
                assertEquals(Evaluation.of(expression, inputs), tape.evaluate(inputs, registers), expression::toString);
            }
        }
    }

    /** Later nodes use earlier ones, so that parts are shared. */
    private static Scalar expression(Random random) {
        List<Scalar> nodes = new ArrayList<>(List.of(Scalar.input(0), Scalar.input(1), Scalar.of(0.5)));
        for (int i = 0; i < 8; i++) {
            Scalar a = nodes.get(random.nextInt(nodes.size()));
            Scalar b = nodes.get(random.nextInt(nodes.size()));
            Scalar c = nodes.get(random.nextInt(nodes.size()));
            nodes.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new Scalar.Unary(pick(UnaryOperation.values(), random), a);
                        case 1 -> new Scalar.Binary(pick(BinaryOperation.values(), random), a, b);
                        default -> new Scalar.Select(pick(Comparison.values(), random), a, b, c, a);
                    });
        }
        return nodes.getLast();
    }

    private static <T> T pick(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    @Test
    void aSharedPartIsOneOperation() {
        Scalar doubled = Scalar.input(0);
        for (int i = 0; i < 60; i++) {
            doubled = doubled.plus(doubled);
        }
        Tape tape = new Tape(doubled);
        assertEquals(61, tape.length());
        assertEquals(0x1p60, tape.evaluate(new double[] {1}, new double[61]));
    }

    @Test
    void readsAsOneLinePerOperation() {
        Scalar x = Scalar.input(0);
        Scalar bent = x.ifLessOrEqual(Scalar.of(0), x.exp(), x.times(2).erf());
        assertEquals(
                List.of(
                        "t2 = exponential(x0)",
                        "t4 = multiply(x0, 2.0)",
                        "t5 = error function(t4)",
                        "t6 = x0 less or equal 0.0 ? t2 : t5"),
                new Tape(bent).lines());
        assertEquals(List.of("x0"), new Tape(x).lines());
    }
}
