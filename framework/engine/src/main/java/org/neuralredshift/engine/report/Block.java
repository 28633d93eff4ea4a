package org.neuralredshift.engine.report;

import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.figure.Drawing;

/**
 * One figure of the report: what goes into files and what onto the page.
 *
 * @param title above it
 * @param sentence what it says; empty for none
 * @param files drawings by the name of their file, without extension
 * @param html the figure on the page
 * @param cells what a reader sees who points at a cell: by the name of a panel
 */
record Block(String title, String sentence, Map<String, Drawing> files, String html, Map<String, PanelText> cells) {
    /**
     * The texts of a panel's cells.
     *
     * @param columns cells per row
     * @param texts row by row, the row of the least y first; lines separated by a line feed
     */
    record PanelText(int columns, List<String> texts) {}
}
