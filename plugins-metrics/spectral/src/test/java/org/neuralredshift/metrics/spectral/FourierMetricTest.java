package org.neuralredshift.metrics.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;

class FourierMetricTest {
    private static final Map<String, String> PLAIN = Map.of("window", "none", "scale", "none");

    private final Metric fourier = new FourierMetric();

    /*
     * a = np.linspace(-1, 1, n); x1, x2 = np.meshgrid(a, a)
     * f = (np.sin(3*x1 + 1) * np.cos(5*x2)).astype(np.float32).astype(float); f = f - f.mean()
     * none:   m = n;   hann: m = n, f = f * np.outer(np.hanning(n), np.hanning(n))
     * mirror: m = 2*n, f = np.block([[f, f[:, ::-1]], [f[::-1], f[::-1, ::-1]]])
     * F = abs(np.fft.fft2(f)) (** 2 for power)
     * k = np.rint(np.fft.fftfreq(m) * m); r = np.rint(np.hypot(k[:, None], k))
     * q = np.arange(1, m//2 + 1); s = np.array([F[r == k].mean() for k in q])   (.sum() for sum)
     * (q * s).sum() / s.sum()   (* 0.5 for mirror)
     */
    @ParameterizedTest
    @CsvSource({
        "15, none,   amplitude, mean, 1.6661663247876588",
        "15, none,   amplitude, sum,  2.0015882709724586",
        "15, none,   power,     mean, 1.63822946954729",
        "15, none,   power,     sum,  1.7455545219160142",
        "15, hann,   amplitude, mean, 1.8472648149953825",
        "15, hann,   amplitude, sum,  2.1337100876515085",
        "15, hann,   power,     mean, 1.739732911875596",
        "15, hann,   power,     sum,  1.916312604434765",
        "15, mirror, amplitude, mean, 1.7628070035876429",
        "15, mirror, amplitude, sum,  2.1936569325014577",
        "15, mirror, power,     mean, 1.7069380178756925",
        "15, mirror, power,     sum,  1.882513163445137",
        "16, none,   amplitude, mean, 1.659137163942353",
        "16, none,   amplitude, sum,  2.0054102170928503",
        "16, none,   power,     mean, 1.6234070568842787",
        "16, none,   power,     sum,  1.7338967439407609",
        "16, hann,   amplitude, mean, 1.839832980976276",
        "16, hann,   amplitude, sum,  2.125621321138426",
        "16, hann,   power,     mean, 1.72995955967609",
        "16, hann,   power,     sum,  1.9047147150658112",
        "16, mirror, amplitude, mean, 1.7634945116678684",
        "16, mirror, amplitude, sum,  2.215760948335713",
        "16, mirror, power,     mean, 1.6939175536203483",
        "16, mirror, power,     sum,  1.87455703986648",
    })
    void agreesWithNumPy(int n, String window, String spectrum, String ring, double expected) {
        Samples f = Functions.sampled(n, (x1, x2) -> StrictMath.sin(3 * x1 + 1) * StrictMath.cos(5 * x2));
        Map<String, String> options = Map.of("window", window, "spectrum", spectrum, "ring", ring, "scale", "none");
        Measurement out = Functions.measure(fourier, options, f);
        assertEquals(expected, out.value(), 1e-6);
        assertEquals(expected, out.raw(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"16, 3, 0", "16, 0, 5", "15, 3, 4", "64, -6, 8", "300, 30, 40", "7, 1, 0"})
    void aWaveHasItsFrequency(int n, int a, int b) {
        double frequency = Math.rint(Math.hypot(a, b));
        Measurement out = Functions.measure(fourier, PLAIN, Functions.wave(n, a, b, 0.3));
        assertEquals(frequency, out.value(), 1e-4 * n);
        double[] spectrum = out.spectrum();
        assertEquals(n / 2, spectrum.length);
        for (int k = 1; k <= spectrum.length; k++) {
            assertEquals(k == frequency, spectrum[k - 1] > 1e-4, "ring " + k);
        }
    }

    @Test
    void theSpectrumIsInUnitsOfTheFunction() {
        // A wave of amplitude 1 puts 1/2 into each of two bins; ring 1 has 8 bins: (0,±1), (±1,0), (±1,±1).
        Samples f = Functions.wave(16, 0, 1, 0);
        assertEquals(1.0 / 8, Functions.measure(fourier, PLAIN, f).spectrum()[0], 1e-7);
        Map<String, String> power = Map.of("window", "none", "spectrum", "power", "ring", "sum");
        assertEquals(0.5, Functions.measure(fourier, power, f).spectrum()[0], 1e-7);
    }

    /** The numbers above are of np.hanning, which is symmetric. */
    @Test
    void theFormulaTellsWhichHannWindowIsMeant() {
        String formula = fourier.description().formula();
        assertTrue(formula.contains("symmetric Hann window 0.5 - 0.5 cos(2 pi j / (n - 1))"), formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "hann", "mirror"})
    void whiteNoiseMeasuresOne(String window) {
        for (String spectrum : List.of("amplitude", "power")) {
            double sum = 0;
            int draws = 100;
            for (int seed = 0; seed < draws; seed++) {
                Map<String, String> options = Map.of("window", window, "spectrum", spectrum);
                sum += Functions.measure(fourier, options, Functions.noise(32, seed))
                        .value();
            }
            assertEquals(1, sum / draws, 0.01, spectrum);
        }
    }

    @Test
    void aCosineOnTheMirrorHasHalfCycles() {
        // cos(pi (x + 1/2) 3 / n) goes on smoothly over its reflection: exactly one and a half cycles.
        int n = 12;
        Samples f = new Samples(Grid.uniform(n, 2));
        for (int i = 0; i < n * n; i++) {
            f.values()[i] = (float) Math.cos(Math.PI * (i % n + 0.5) * 3 / n);
        }
        Map<String, String> options = Map.of("window", "mirror", "scale", "none");
        assertEquals(1.5, Functions.measure(fourier, options, f).value(), 1e-5);
    }

    @Test
    void nyquistScaleDividesByTheHighestFrequency() {
        Samples f = Functions.wave(16, 4, 0, 0);
        Map<String, String> options = Map.of("window", "none", "scale", "nyquist");
        assertEquals(0.5, Functions.measure(fourier, options, f).value(), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 16, 27, 28})
    void offsetAndScaleDoNotMatter(int n) {
        for (Metric metric : List.of(fourier, new PrototypeMetric())) {
            Samples f = Functions.noise(n, 1);
            double expected = Functions.measure(metric, Map.of(), f).value();
            assertTrue(expected > 0.3 && expected < 1.7);
            for (float factor : new float[] {-1, 0x1p-40f, 0x1p100f, 1e30f, 1e-30f}) {
                Measurement scaled = Functions.measure(metric, Map.of(), Functions.scaled(f, factor, 0));
                assertEquals(expected, scaled.value(), 1e-6, "factor " + factor);
            }
            assertEquals(
                    expected,
                    Functions.measure(metric, Map.of(), Functions.scaled(f, 1, 256))
                            .value(),
                    1e-4);
        }
    }

    @Test
    void theLargestNumbersDoNotOverflow() {
        Samples f = Functions.sampled(16, (x1, x2) -> x1 < 0 ? -Float.MAX_VALUE : Float.MAX_VALUE);
        Samples g = Functions.sampled(16, (x1, x2) -> x1 < 0 ? -1 : 1);
        for (Metric metric : List.of(fourier, new PrototypeMetric())) {
            double expected = Functions.measure(metric, Map.of(), g).value();
            assertEquals(expected, Functions.measure(metric, Map.of(), f).value(), 1e-6);
        }
    }

    @Test
    void aCheckerboardOfManyPointsIsNotMeasuredEither() {
        Measurement out = Functions.measure(fourier, PLAIN, Functions.wave(300, 150, 150, 0.4));
        assertEquals(Status.ROUNDING_NOISE, out.status());
    }

    @Test
    void whatLiesBeyondTheLastRingIsNotMeasured() {
        Measurement checkerboard = Functions.measure(fourier, PLAIN, Functions.wave(12, 6, 6, 0));
        assertEquals(Status.ROUNDING_NOISE, checkerboard.status());
        assertEquals(
                "all that varies is above the highest frequency, or hidden by the window",
                checkerboard.reason().orElseThrow());
    }

    @Test
    void whatTheWindowHidesIsNotMeasured() {
        Samples f = new Samples(Grid.uniform(8, 2));
        f.values()[0] = 1;
        f.values()[7] = -1;
        assertEquals(
                Status.ROUNDING_NOISE, Functions.measure(fourier, Map.of(), f).status());
    }

    @Test
    void refusesWhatIsNoUniformSquareGrid() {
        Axis uneven = new Axis("chebyshev", List.of(-0.9, -0.4, 0.4, 0.9));
        refuses(new Grid(List.of(Axis.uniform(8), Axis.uniform(9))), "grid is 9 x 8, but must be a uniform grid");
        refuses(new Grid(List.of(uneven, uneven)), "4 chebyshev x 4 chebyshev");
        refuses(Grid.uniform(16, 1), "grid is 16,");
        refuses(Grid.uniform(3, 2), "at least 4");
        refuses(new PointSet(2, 0, 0, 1, 1), "2 scattered points");
    }

    private void refuses(SampleSpec spec, String words) {
        for (Metric metric : List.of(fourier, new PrototypeMetric())) {
            Parameters defaults = metric.parameters().defaults();
            String message = assertThrows(InvalidParameterException.class, () -> metric.prepare(spec, defaults))
                    .getMessage();
            assertTrue(message.contains(words), message);
            if (spec instanceof Grid grid) {
                assertThrows(InvalidParameterException.class, () -> metric.sampling(grid, defaults));
            }
        }
    }

    @Test
    void noDefaultIsClaimedForThePaper() {
        for (Parameter parameter : fourier.parameters().parameters()) {
            assertEquals(Origin.ASSUMED, parameter.origin(), parameter.name());
        }
    }
}
