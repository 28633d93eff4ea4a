package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.neuralredshift.engine.store.SampledFunction;
import org.neuralredshift.engine.store.Spectrum;

class KeptTest {
    private static final int SIDE = 128;

    private static SampledFunction function(String cell, long seed) {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / SIDE;
        }
        return new SampledFunction(cell, seed, "final", new int[] {SIDE, SIDE}, values);
    }

    private static int width(Kept.Function function) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(function.png())).getWidth();
    }

    @Test
    void functionsAreGreyPicturesWithTheRowOfTheLargestOrdinateOnTop() throws IOException {
        Kept kept = new Kept(10, 1);
        kept.add(function("c", 0));
        var image =
                ImageIO.read(new ByteArrayInputStream(kept.of("c").getFirst().png()));
        assertEquals(64, image.getWidth());
        assertEquals(255, image.getRaster().getSample(5, 0, 0));
        assertEquals(0, image.getRaster().getSample(5, 63, 0));
    }

    @Test
    void aPageOfManyCellsHasFewerPixelsAndFewerSeeds() throws IOException {
        Kept few = new Kept(10, 9);
        Kept many = new Kept(5000, 9);
        for (long seed = 0; seed < 9; seed++) {
            few.add(function("c", seed));
            many.add(function("c", seed));
        }
        assertEquals(
                List.of(0L, 1L, 2L, 3L),
                few.of("c").stream().map(Kept.Function::seed).toList());
        assertEquals(1, many.of("c").size());
        assertEquals(22, width(many.of("c").getFirst()));
        Kept none = new Kept(10_000, 1);
        none.add(function("c", 0));
        assertTrue(none.of("c").isEmpty());
    }

    @Test
    void aSpectrumBelongsToTheFunctionOfItsSeed() {
        Kept kept = new Kept(10, 2);
        kept.add(function("c", 0));
        kept.add(function("c", 1));
        kept.add(new Spectrum("c", 1, "fourier", new double[] {1, 0.5}));
        kept.add(new Spectrum("d", 1, "fourier", new double[] {1, 0.5}));
        kept.add(new Spectrum("c", 7, "fourier", new double[] {1, 0.5}));
        assertTrue(kept.of("c").getFirst().spectra().isEmpty());
        assertEquals(Set.of("fourier"), kept.of("c").getLast().spectra().keySet());
    }
}
