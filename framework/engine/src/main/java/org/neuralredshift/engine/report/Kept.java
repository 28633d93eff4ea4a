package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.engine.figure.Mosaic;
import org.neuralredshift.engine.store.SampledFunction;
import org.neuralredshift.engine.store.Spectrum;

/**
 * The kept functions of a study, small enough for one page: of a study with many cells each is shown with fewer pixels, and
 * of fewer seeds.
 */
final class Kept {
    private static final double MOST_PIXELS = 2.5e6;
    private static final int MOST_SIDE = 64;
    private static final int LEAST_SIDE = 20;
    private static final int MOST_SEEDS = 4;
    private static final double MOST_AMPLITUDES = 4e5;
    private static final double TYPICAL_AMPLITUDES = 150;

    /**
     * A function as a page shows it.
     *
     * @param seed of its network
     * @param png grey picture, x2 upwards
     * @param spectra amplitudes by metric
     */
    record Function(long seed, byte[] png, Map<String, double[]> spectra) {}

    private final Map<String, List<Function>> functions = new HashMap<>();
    private final int side;
    private final int seeds;
    private final boolean spectra;

    /**
     * @param cells how many cells there are
     * @param keepSamples how many functions of each were kept
     */
    Kept(long cells, int keepSamples) {
        double all = Math.max(1, cells);
        int affordable = (int) Math.min(MOST_SEEDS, MOST_PIXELS / (all * LEAST_SIDE * LEAST_SIDE));
        this.seeds = Math.min(keepSamples, affordable);
        this.side = (int) Math.min(MOST_SIDE, Math.sqrt(MOST_PIXELS / (all * Math.max(1, seeds))));
        this.spectra = all * seeds * TYPICAL_AMPLITUDES <= MOST_AMPLITUDES;
    }

    /** Takes a function of two inputs at the last stage, unless those taken are enough. */
    void add(SampledFunction function) {
        if (!function.stage().equals(Stages.FINAL)) {
            return;
        }
        int[] shape = function.shape();
        List<Function> taken = functions.computeIfAbsent(function.cell(), cell -> new ArrayList<>());
        if (taken.size() < seeds && shape.length == 2 && shape[0] == shape[1]) {
            Mosaic.Picture picture = new Mosaic.Picture(shape[0], function.values());
            if (picture.isFinite()) {
                taken.add(new Function(function.seed(), picture.png(Math.min(side, shape[0])), new LinkedHashMap<>()));
            }
        }
    }

    /** Takes a spectrum, if its function was taken. */
    void add(Spectrum spectrum) {
        for (Function function : of(spectrum.cell())) {
            if (spectra && function.seed() == spectrum.seed()) {
                function.spectra().put(spectrum.metric(), spectrum.amplitudes());
            }
        }
    }

    /** The functions of a cell, in the order of their seeds. */
    List<Function> of(String cell) {
        return functions.getOrDefault(cell, List.of());
    }
}
