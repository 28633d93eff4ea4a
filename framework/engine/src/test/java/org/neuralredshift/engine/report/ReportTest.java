package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.task.Quantity;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.store.Observations;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Measured;
import org.neuralredshift.engine.study.Study;

class ReportTest {
    private static final Map<String, Object> HEATMAP = Map.of(
            "kind",
            "heatmap",
            "metric",
            "fourier",
            "panel",
            "activation",
            "x",
            "magnitude",
            "y",
            "depth",
            "pictures",
            true);

    @TempDir
    Path folder;

    private Report report(List<Map<String, Object>> figures, Extent extent) {
        return Report.write(folder, Synthetic.data(Synthetic.study(2, 2, 3, 4, figures), extent));
    }

    private String page(List<Map<String, Object>> figures) throws IOException {
        return Files.readString(report(figures, new Extent(0, 0)).page());
    }

    private List<String> figures() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("figures"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void thePageTellsWhatDataWereLearned() throws IOException {
        assertTrue(page(List.of(HEATMAP)).contains("<th scope=\"row\">two spirals</th>"));
    }

    @Test
    void everyFigureIsWrittenAsPngAndSvg() throws IOException {
        page(List.of(HEATMAP, Map.of("kind", "lines")));
        assertEquals(
                List.of(
                        "figure1-heatmap-fourier-pictures.png",
                        "figure1-heatmap-fourier-pictures.svg",
                        "figure1-heatmap-fourier.png",
                        "figure1-heatmap-fourier.svg",
                        "figure2-lines-fourier.png",
                        "figure2-lines-fourier.svg"),
                figures());
    }

    @Test
    void figuresOfAnEarlierListDisappearAndWhatElseLiesThereStays() throws IOException {
        page(List.of(HEATMAP, Map.of("kind", "lines")));
        Files.writeString(folder.resolve("figures/figure3-for-my-talk.png"), "mine");
        page(List.of(Map.of("kind", "lines")));
        assertEquals(
                List.of("figure1-lines-fourier.png", "figure1-lines-fourier.svg", "figure3-for-my-talk.png"),
                figures());
    }

    @Test
    void aRunThatIsNotFinishedSaysSoFirst() throws IOException {
        Report report = report(List.of(HEATMAP), new Extent(30, 40));
        assertEquals(
                List.of("The run is not finished: this is what 30 of 40 networks (null models count) tell."
                        + " Run the study again with --resume to go on."),
                report.problems());
        String page = Files.readString(report.page());
        int notice = page.indexOf(report.problems().getFirst());
        assertTrue(notice > 0 && notice < page.indexOf("<section>"), "above all figures");
        assertEquals(List.of(), report(List.of(HEATMAP), new Extent(40, 40)).problems());
    }

    @Test
    void thePageNeedsNothingFromOutside() throws IOException {
        String page = page(List.of(HEATMAP)).replace("http://www.w3.org/", "").replace("http://www.jfree.org/", "");
        assertFalse(page.contains("http:") || page.contains("https:") || page.contains("src="), "loads something");
    }

    @Test
    void textIsEscaped() throws IOException {
        assertTrue(page(List.of(HEATMAP)).contains("<h1>What random networks prefer &lt;&amp;&gt;</h1>"));
    }

    @Test
    void equalRowsGiveEqualBytes() throws IOException {
        page(List.of(HEATMAP));
        byte[] before = Files.readAllBytes(folder.resolve("report.html"));
        byte[] figure = Files.readAllBytes(folder.resolve("figures/figure1-heatmap-fourier.png"));
        page(List.of(HEATMAP));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("report.html")));
        assertArrayEquals(figure, Files.readAllBytes(folder.resolve("figures/figure1-heatmap-fourier.png")));
    }

    @Test
    void aStudyThatAsksForNoFigureGetsHeatMapsOfWhatItSweeps() throws IOException {
        assertTrue(page(List.of()).contains("fourier by depth and magnitude"));
    }

    @Test
    void aFigureThatCannotBeDrawnIsNamedWithTheReason() throws IOException {
        String page = page(List.of(Map.of("kind", "heatmap", "where", Map.of("depth", List.of(9L))), HEATMAP));
        assertTrue(page.contains("Figure 1 (heatmap) is not drawn: no row has what it shows."), "names the reason");
        assertTrue(page.contains("fourier by depth and magnitude"), "draws the others");
    }

    @Test
    void pointingAtACellTellsMeanIntervalAndCounts() {
        Study study = Synthetic.study(1, 2, 3, 1, List.of(HEATMAP));
        Map<String, Object> parameters = Map.of("activation", "relu", "depth", 1L, "width", 64L, "magnitude", 1.0);
        List<Observation> observations = List.of(
                new Observation("c", parameters, 0, "fourier", "ok", 0.1),
                new Observation("c", parameters, 1, "fourier", "ok", 0.3),
                new Observation("c", parameters, 2, "fourier", "constant", Double.NaN),
                new Observation("c", parameters, 2, "lz78", "ok", 0.9),
                new Observation("c", parameters, 3, "", "failed", Double.NaN),
                new Observation(
                        "d",
                        Map.of("activation", "relu", "depth", 2L, "width", 64L, "magnitude", 1.0),
                        0,
                        "fourier",
                        "overflow",
                        Double.NaN));
        ReportData data = new ReportData(
                study,
                observations,
                Map.of(),
                new Labels(Map.of()),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
        Block block = new HeatMapBlock(FigureSpec.read(HEATMAP, study), data, "f").block();
        List<String> texts = block.cells().get("fp0").texts();
        // sd = 0.1414, n = 2: 12.706 · 0.1414 / √2 = 1.271
        assertEquals(
                "relu · magnitude 1 · depth 1\nfourier 0.200 ± 1.271 (95 %)\n2 seeds ok\nconstant 1, failed 1",
                texts.getFirst());
        assertTrue(texts.getLast().contains("no network could be measured"));
    }

    @Test
    void statusesCountMeasurements() {
        // A task can tell a ratio, but does not of these networks.
        Measured measured = new Measured(List.of(new Quantity("psnr", "dB", "a ratio")), List.of("final"));
        Study one = Synthetic.study(2, 1, 2, 3, List.of());
        Study study = new Study(
                one.name(),
                "",
                "",
                one.task(),
                1,
                one.seeds(),
                one.parameters(),
                List.of(),
                List.of(),
                List.of("fourier", "lz78"),
                0,
                List.of(),
                List.of(),
                measured);
        Map<String, Object> relu = Map.of("activation", "relu");
        List<Observation> observations = List.of(
                new Observation("c", relu, 0, "fourier", "ok", 0.1),
                new Observation("c", relu, 0, "lz78", "ok", 0.3),
                new Observation("c", relu, 1, "", "failed", Double.NaN),
                new Observation("d", relu, 1, "fourier", "ok", 0.1),
                new Observation("d", relu, 1, "lz78", "failed", Double.NaN));
        ReportData data = new ReportData(
                study,
                observations,
                Map.of(),
                new Labels(Map.of()),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
        Html html = new Html();
        StatusTable.write(html, data);
        String page = html.toString();
        assertTrue(page.contains("<th scope=\"col\">measurements</th><th scope=\"col\">ok</th>"), page);
        assertTrue(page.contains("<th scope=\"row\">relu</th><td>6</td><td>3</td>"), page);
        assertTrue(page.replaceAll("<td>0</td>", "").contains("<td>6</td><td>3</td><td>3</td>"), page);
    }

    @Test
    void labelsAreThoseOfStudies() {
        assertEquals("fourier", Observations.label("fourier", "standard"));
        assertEquals("fourier:prototype", Observations.label("fourier", "prototype"));
        assertEquals("lz78[scan=hilbert]", Observations.label("lz78", "standard,scan=hilbert"));
        assertEquals("", Observations.label("", ""));
    }
}
