package org.neuralredshift.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.neuralredshift.api.graph.ShapeException;

/** Encodings against direct sums in float64. */
class FourierLayersTest {
    private static final double X1 = -0.375;
    private static final double X2 = 0.8125;

    /** k = (0, 1), (1, -1), (1, 0), (1, 1): half of the lattice without zero. */
    @Test
    void aLatticeHasOneOfEachPairOfVectors() {
        double[] phases = {0.5, -1, 2, -3};
        float[] result = new Bench(new FourierLattice(), "size=1")
                .weight("phase", phases)
                .apply(9, 2, X1, X2);
        double[] arguments = {X2, X1 - X2, X1, X1 + X2};
        float[] expected = new float[4];
        for (int i = 0; i < 4; i++) {
            expected[i] = (float) Math.sin(Math.PI * arguments[i] + (float) phases[i]);
        }
        assertArrayEquals(expected, result, 1e-7f);
    }

    /** With phases 0, each wave or its negative is there, and there are only as many as half of the lattice. */
    @Test
    void aLatticeHasEveryWaveOnce() {
        int size = 5;
        int count = (11 * 11 - 1) / 2;
        float[] result = new Bench(new FourierLattice(), "size=" + size)
                .weight("phase", new double[count])
                .apply(9, 2, X1, X2);
        assertEquals(count, result.length);
        for (int k1 = -size; k1 <= size; k1++) {
            for (int k2 = -size; k2 <= size; k2++) {
                double wave = Math.sin(Math.PI * (k1 * X1 + k2 * X2));
                boolean isThere = false;
                for (float made : result) {
                    isThere |= Math.abs(Math.abs(made) - Math.abs(wave)) < 1e-6;
                }
                assertTrue(isThere || k1 == 0 && k2 == 0, k1 + ", " + k2);
            }
        }
    }

    @Test
    void aLatticeOfOneInputHasItsHarmonics() {
        float[] result = new Bench(new FourierLattice(), "size=3")
                .weight("phase", 0, 0, 0)
                .apply(9, 1, 0.25);
        assertArrayEquals(new float[] {(float) Math.sqrt(0.5), 1, (float) Math.sqrt(0.5)}, result, 1e-7f);
    }

    @Test
    void aLatticeThatIsTooLargeIsRefused() {
        String message = assertThrows(
                        ShapeException.class, () -> new Bench(new FourierLattice(), "size=100").apply(9, 3, 1, 2, 3))
                .getMessage();
        assertTrue(message.startsWith("layer hidden2/fourier-lattice: a lattice of size 100"), message);
    }

    @Test
    void aLatticeBeyondAnyNumberSaysHowLargeItIs() {
        String message = assertThrows(
                        ShapeException.class,
                        () -> new Bench(new FourierLattice(), "size=32").apply(9, 64, new double[64]))
                .getMessage();
        assertTrue(message.contains("has (65^64 - 1) / 2 vectors"), message);
    }

    /** B = (1, 2; 0, -1), deviation 1/2: the arguments are π (x1 + 2 x2) and -π x2. */
    @Test
    void randomFeaturesAreCosinesThenSines() {
        float[] result = new Bench(new FourierFeatures(), "count=2,deviation=0.5")
                .weight("frequency", 1, 2, 0, -1)
                .apply(9, 2, X1, X2);
        double first = Math.PI * (X1 + 2 * X2);
        double second = -Math.PI * X2;
        assertArrayEquals(
                new float[] {
                    (float) Math.cos(first), (float) Math.cos(second), (float) Math.sin(first), (float) Math.sin(second)
                },
                result,
                1e-7f);
    }

    @Test
    void positionsAreEncodedOctaveByOctave() {
        float[] result = new Bench(new PositionalEncoding(), "octaves=3").apply(9, 2, X1, X2, X2, X1);
        assertEquals(2 * 12, result.length);
        int at = 0;
        for (double[] x : new double[][] {{X1, X2}, {X2, X1}}) {
            for (double frequency : new double[] {1, 2, 4}) {
                assertEquals(Math.sin(frequency * Math.PI * x[0]), result[at++], 1e-7);
                assertEquals(Math.sin(frequency * Math.PI * x[1]), result[at++], 1e-7);
                assertEquals(Math.cos(frequency * Math.PI * x[0]), result[at++], 1e-7);
                assertEquals(Math.cos(frequency * Math.PI * x[1]), result[at++], 1e-7);
            }
        }
    }
}
