package org.neuralredshift.engine.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.engine.figure.Drawing;
import org.neuralredshift.engine.figure.Scale;

/**
 * One figure of the report: what goes into files and what onto the page.
 *
 * @param title above it
 * @param sentence what it says; empty for none
 * @param files drawings by the name of their file, without extension
 * @param html the figure on the page
 * @param cells what a reader sees who points at a place: by the name of a panel
 * @param legends how many entries the legend of a figure on the page has, by the prefix of its ids
 * @param scatter the points of a scatter matrix on the page
 */
record Block(
        String title,
        String sentence,
        Map<String, Drawing> files,
        String html,
        Map<String, PanelText> cells,
        Map<String, Integer> legends,
        Optional<Scatter> scatter) {
    /** A figure without legend and points. */
    Block(String title, String sentence, Map<String, Drawing> files, String html, Map<String, PanelText> cells) {
        this(title, sentence, files, html, cells, Map.of(), Optional.empty());
    }

    /**
     * The texts of a panel's places.
     *
     * @param title of the panel
     * @param columns places per row
     * @param texts row by row, the row of the least y first; lines separated by a line feed
     * @param cells ids of the cells, likewise; empty where there is none
     */
    record PanelText(String title, int columns, List<String> texts, List<String> cells) {
        PanelText {
            texts = List.copyOf(texts);
            cells = List.copyOf(cells);
        }
    }

    /**
     * The points of a scatter matrix.
     *
     * @param prefix of its ids
     * @param metrics in the order of rows and columns
     * @param scales of the metrics
     * @param points networks
     */
    record Scatter(String prefix, List<String> metrics, List<Scale> scales, List<Point> points) {
        Scatter {
            metrics = List.copyOf(metrics);
            scales = List.copyOf(scales);
            points = List.copyOf(points);
        }
    }

    /**
     * A network.
     *
     * @param cell id of its cell
     * @param seed of it
     * @param group its entry in the legend
     * @param values one for each metric; NaN if it could not be measured
     */
    record Point(String cell, long seed, int group, double[] values) {}
}
