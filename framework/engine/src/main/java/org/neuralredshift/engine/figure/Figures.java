package org.neuralredshift.engine.figure;

import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Figures of a single function. */
public final class Figures {
    private static final double WIDTH = 300;

    private Figures() {}

    /**
     * A spectrum on a logarithmic ordinate; amplitudes that are not above zero are gaps.
     *
     * @param amplitudes element i belongs to frequency or order i + 1
     * @param title above it
     * @param xLabel for instance {@code frequency k (cycles per side)}
     * @param yLabel for instance {@code mean amplitude}
     */
    public static Drawing spectrum(double[] amplitudes, String title, String xLabel, String yLabel) {
        double height = 170;
        double high = Arrays.stream(amplitudes).filter(a -> a > 0).max().orElse(1);
        double low = Math.max(Arrays.stream(amplitudes).filter(a -> a > 0).min().orElse(0.1), high * 1e-12);
        Scale y = new Scale(
                Math.pow(10, Math.ceil(Math.log10(low)) - 1), Math.pow(10, Math.floor(Math.log10(high) + 0.999)), true);
        Scale x = new Scale(0, amplitudes.length + 1.0, false);
        PanelGrid grid = grid(new PanelGrid.Panel(title, height, x.ticks(8), y.ticks(6)), xLabel, yLabel);
        return grid.drawing((ink, panel, left, top) -> {
            Path2D line = new Path2D.Double();
            boolean pen = false;
            for (int i = 0; i < amplitudes.length; i++) {
                if (!(amplitudes[i] >= low)) {
                    pen = false;
                    continue;
                }
                double px = left + x.position(i + 1) * WIDTH;
                double py = top + (1 - y.position(amplitudes[i])) * height;
                if (pen) {
                    line.lineTo(px, py);
                } else {
                    line.moveTo(px, py);
                }
                pen = true;
                ink.dot(px, py, amplitudes.length > 100 ? 0.8 : 1.6, Palette.of(0, 1, false));
            }
            ink.stroke(line, Palette.of(0, 1, false), 0.9);
        });
    }

    /**
     * A function of two inputs in [-1, 1] as a grey picture with axes.
     *
     * @param size samples per side
     * @param values {@code [size, size]} row-major, the row of the least x2 first
     * @param title above it
     */
    public static Drawing function(int size, float[] values, String title) {
        Scale side = new Scale(-1, 1, false);
        CellAxis one = new CellAxis("", List.of(""));
        Mosaic mosaic = new Mosaic("", one, one, List.of(Optional.of(new Mosaic.Picture(size, values))));
        PanelGrid grid = grid(new PanelGrid.Panel(title, WIDTH, side.ticks(4), side.ticks(4)), "x₁", "x₂");
        return grid.drawing((ink, panel, left, top) -> ink.image(mosaic.picture(), left, top, WIDTH, WIDTH));
    }

    private static PanelGrid grid(PanelGrid.Panel panel, String xLabel, String yLabel) {
        return new PanelGrid(List.of(panel), 1, WIDTH, xLabel, yLabel, PanelGrid.Header.NONE, 0, "");
    }
}
