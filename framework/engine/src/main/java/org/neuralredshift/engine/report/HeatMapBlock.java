package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.engine.figure.CellResult;
import org.neuralredshift.engine.figure.Drawing;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.figure.HeatMapFigure;
import org.neuralredshift.engine.figure.Mosaic;
import org.neuralredshift.engine.figure.PictureFigure;
import org.neuralredshift.engine.figure.Scale;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;

/** Heat maps with the functions of their cells beside them, or either alone. */
final class HeatMapBlock {
    private static final double PANEL_WIDTH = 190;
    private static final double MOST_CELL = 64;
    /** At most so many pixels of a point. */
    private static final double ENLARGED = 1.6;

    private static final double LEAST_CELL = 26;
    private static final double MOST_PIXELS = 2.4e6;
    private static final int MOST_SIDE = 64;

    private final FigureSpec spec;
    private final ReportData data;
    private final Sweep sweep;
    private final String name;
    private final List<HeatMap> maps;
    private final List<Mosaic> mosaics;

    HeatMapBlock(FigureSpec spec, ReportData data, String name) {
        this.spec = spec;
        this.data = data;
        this.name = name;
        List<Observation> observations = spec.isOverStages() ? StagePictures.expand(data) : data.observations();
        this.sweep = new Sweep(data.study(), spec, observations, data.labels());
        this.maps =
                IntStream.range(0, sweep.panelCount()).mapToObj(sweep::heatMap).toList();
        this.mosaics = spec.pictures() && !data.functions().isEmpty()
                ? IntStream.range(0, sweep.panelCount())
                        .mapToObj(panel -> sweep.mosaic(panel, this::picture))
                        .toList()
                : List.of();
    }

    private Mosaic.@Nullable Picture picture(Observation observation) {
        String stage =
                observation.parameters().getOrDefault(FigureSpec.STAGE, "").toString();
        return data.functions().get(Stages.label(observation.cell(), stage));
    }

    Block block() {
        Map<String, Drawing> files = new LinkedHashMap<>();
        Map<String, Block.PanelText> texts = new LinkedHashMap<>();
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("no row has what it shows");
        }
        boolean mapped = spec.kind() == FigureSpec.Kind.HEATMAP;
        Html html = new Html();
        HeatMapFigure figure = new HeatMapFigure(maps, scale(), "mean " + spec.metric());
        if (mapped) {
            files.put(name, figure.drawing(caption()));
            html.raw("<div class=\"bar\">")
                    .raw(figure.colourBar().svg(name + "b"))
                    .raw("</div>\n");
        }
        if (!mosaics.isEmpty()) {
            files.put(mapped ? name + "-pictures" : name, new PictureFigure(mosaics).drawing(pictureCaption(), ""));
        }
        cards(html, mapped ? figure : null, texts);
        html.raw("<p class=\"caption\">").text(mapped ? caption() : "");
        html.raw(mosaics.isEmpty() ? "" : " " + Html.escape(pictureCaption())).raw("</p>\n");
        Findings findings = new Findings(spec, sweep);
        if (mapped) {
            FindingsTable.write(html, spec, findings, false);
        }
        return new Block(title(), mapped ? findings.sentence() : "", files, html.toString(), texts);
    }

    private void cards(Html html, @Nullable HeatMapFigure figure, Map<String, Block.PanelText> texts) {
        int tiles = maps.stream().mapToInt(map -> map.cells().size()).sum();
        int pixels = (int) Math.sqrt(MOST_PIXELS / Math.max(1, tiles));
        PictureFigure pictures = new PictureFigure(mosaics.stream()
                .map(mosaic -> mosaic.limited(Math.min(MOST_SIDE, pixels)))
                .map(mosaic -> figure == null && mosaics.size() == 1 ? mosaic.untitled() : mosaic)
                .toList());
        if (figure == null && !mosaics.isEmpty()) {
            for (int panel = 0; panel < maps.size(); panel++) {
                texts.put(name + "p" + panel, panelText(panel));
            }
            html.chart(pictures.drawing("", name), name, "");
            return;
        }
        html.raw("<div class=\"cards" + (mosaics.isEmpty() ? " maps" : "") + "\">\n");
        for (int panel = 0; panel < maps.size(); panel++) {
            String key = name + "p" + panel;
            int columns = sweep.x(panel).size();
            double cell = cell(maps.get(panel));
            texts.put(key, panelText(panel));
            html.raw("<figure class=\"card\" data-panel=\"" + key + "\" aria-label=\"")
                    .text(maps.get(panel).title())
                    .raw("\">");
            if (figure != null) {
                map(html, figure.panel(panel, key + "h", cell * columns, cell), key + "h");
            }
            if (!mosaics.isEmpty()) {
                map(html, pictures.panel(panel, key + "m", cell), key + "m");
            }
            html.raw("</figure>\n");
        }
        html.raw("</div>\n");
    }

    /** Never larger than its fellows by more than the room that it needs: letters of all have about one size. */
    private static void map(Html html, Drawing drawing, String prefix) {
        html.raw("<div class=\"map\" style=\"--most:" + Math.round(ENLARGED * drawing.width()) + "px\">")
                .raw(drawing.svg(prefix))
                .raw("</div>");
    }

    private Scale scale() {
        double low = Double.NaN;
        double high = Double.NaN;
        for (HeatMap map : maps) {
            for (CellResult cell : map.cells()) {
                double mean = cell.summary().mean();
                low = low <= mean || Double.isNaN(mean) ? low : mean;
                high = high >= mean || Double.isNaN(mean) ? high : mean;
            }
        }
        return Scale.ordinate(low, high);
    }

    /** Few cells are large, and no panel is much higher than wide. */
    private static double cell(HeatMap map) {
        double high = Math.max(LEAST_CELL, PANEL_WIDTH / map.y().size());
        return Math.min(MOST_CELL, Math.min(high, PANEL_WIDTH / map.x().size()));
    }

    private Block.PanelText panelText(int panel) {
        HeatMap map = maps.get(panel);
        return new Block.PanelText(map.title(), map.x().size(), texts(panel), sweep.cells(panel));
    }

    private List<String> texts(int panel) {
        HeatMap map = maps.get(panel);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < map.y().size(); row++) {
            for (int column = 0; column < map.x().size(); column++) {
                String place = map.title() + " · " + spec.x() + " "
                        + Labels.value(map.x().values().get(column))
                        + (spec.ys().isEmpty()
                                ? ""
                                : " · " + spec.y() + " "
                                        + Labels.value(map.y().values().get(row)));
                texts.add(Caption.tip(place, spec.metric(), map.cell(column, row)));
            }
        }
        return texts;
    }

    private String title() {
        if (!spec.title().isEmpty()) {
            return spec.title();
        }
        String subject = spec.kind() == FigureSpec.Kind.HEATMAP ? spec.metric() : "Functions";
        return subject + " by " + (spec.ys().isEmpty() ? "" : spec.y() + " and ") + spec.x();
    }

    private String caption() {
        List<CellResult> cells =
                maps.stream().flatMap(map -> map.cells().stream()).toList();
        String leftOut = Caption.leftOut(cells, "networks");
        return "Colour: mean " + spec.metric() + " over " + Caption.seeds(cells) + " per cell."
                + (leftOut.isEmpty() ? "" : " " + leftOut + " (hatched: all of a cell; dot: some).");
    }

    private String pictureCaption() {
        if (spec.isOverStages()) {
            boolean hasTarget = maps.stream().anyMatch(map -> map.x().values().contains(Stages.TARGET));
            return "Pictures: the function of the first seed of each cell at each stage, on [−1, 1]² of the plane that is looked"
                    + " at, each grey from its least value to its largest. A stage that is a number is that many steps"
                    + (hasTarget ? "; target: what is to be learned." : ".");
        }
        return "Pictures: the function of the first seed of each cell on [−1, 1]², each grey from its least value to its"
                + " largest.";
    }
}
