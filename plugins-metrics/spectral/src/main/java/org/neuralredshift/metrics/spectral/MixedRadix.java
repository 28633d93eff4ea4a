package org.neuralredshift.metrics.spectral;

import java.util.ArrayList;
import java.util.List;

/**
 * The Fourier transform of a length that has no prime factor above 5: Stockham's self-sorting algorithm, decimation in
 * frequency (Van Loan, "Computational Frameworks for the Fast Fourier Transform", 1992). Each stage splits off one
 * radix and moves it below the lanes, so that the contiguous runs grow from stage to stage.
 */
final class MixedRadix implements ColumnTransform {
    /**
     * One pass over the data.
     *
     * @param radix the factor that is split off
     * @param groups butterflies with twiddles of their own
     * @param run contiguous numbers that share them
     * @param cos {@code [groups, radix]}: cos(2π·group·leg/(groups·radix))
     * @param sin {@code [groups, radix]}: minus the sine of the same
     */
    private record Stage(int radix, int groups, int run, float[] cos, float[] sin) {}

    private final List<Stage> stages = new ArrayList<>();
    private final Butterflies butterflies;

    MixedRadix(int length, int lanes) {
        this.butterflies = Butterflies.best();
        int rest = length;
        int run = lanes;
        for (int radix : new int[] {4, 2, 3, 5}) {
            while (rest % radix == 0) {
                rest /= radix;
                stages.add(stage(radix, rest, run));
                run *= radix;
            }
        }
    }

    /** Whether the length is a product of 2, 3 and 5. */
    static boolean handles(int length) {
        int rest = length;
        for (int prime : new int[] {2, 3, 5}) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return rest == 1;
    }

    private static Stage stage(int radix, int groups, int run) {
        float[] cos = new float[groups * radix];
        float[] sin = new float[groups * radix];
        for (int group = 0; group < groups; group++) {
            for (int leg = 0; leg < radix; leg++) {
                cos[group * radix + leg] = (float) UnitRoots.cos((long) group * leg, (long) groups * radix);
                sin[group * radix + leg] = (float) -UnitRoots.sin((long) group * leg, (long) groups * radix);
            }
        }
        return new Stage(radix, groups, run, cos, sin);
    }

    @Override
    public ComplexColumns apply(ComplexColumns data, ComplexColumns spare) {
        ComplexColumns from = data;
        ComplexColumns to = spare;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            for (int group = 0; group < stage.groups; group++) {
                run(stage, group, from, to);
            }
            ComplexColumns swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private void run(Stage stage, int group, ComplexColumns from, ComplexColumns to) {
        int run = stage.run;
        int source = group * run;
        int step = stage.groups * run;
        int target = group * stage.radix * run;
        int twiddle = group * stage.radix;
        switch (stage.radix) {
            case 2 -> butterflies.two(from, source, step, to, target, run, stage.cos, stage.sin, twiddle);
            case 3 -> butterflies.three(from, source, step, to, target, run, stage.cos, stage.sin, twiddle);
            case 4 -> butterflies.four(from, source, step, to, target, run, stage.cos, stage.sin, twiddle);
            case 5 -> butterflies.five(from, source, step, to, target, run, stage.cos, stage.sin, twiddle);
            default -> throw new AssertionError(stage.radix);
        }
    }
}
