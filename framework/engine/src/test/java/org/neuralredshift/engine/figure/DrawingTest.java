package org.neuralredshift.engine.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.statistics.Summary;

class DrawingTest {
    private static final CellAxis X = new CellAxis("magnitude", List.of(1.0, 10.0));
    private static final CellAxis Y = new CellAxis("depth", List.of(1L));

    @TempDir
    Path folder;

    private static HeatMapFigure figure(CellResult second) {
        HeatMap map = new HeatMap("<tanh>", X, Y, List.of(new CellResult(Summary.of(0.25, 0.35), Map.of()), second));
        return new HeatMapFigure(List.of(map), new Scale(0, 1, false), "fourier");
    }

    @Test
    void cellsHaveTheColourOfTheirMeanAndAnId() {
        String svg = figure(CellResult.NONE).panel(0, "p", 40, 20).svg("p");
        Color colour = ColourMap.SPECTRUM.at(0.3);
        int at = svg.indexOf("id='p-0-0'");
        String rgb = "rgb(%d,%d,%d)".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
        assertTrue(svg.substring(at - 10, at + 160).contains(rgb), svg.substring(at - 10, at + 160));
        assertTrue(svg.contains("&lt;tanh&gt;"));
    }

    @Test
    void theColourBarHasRoomForItsLabelsAndItsTitle() {
        List<HeatMap> maps = figure(CellResult.NONE).maps();
        String quantity = "mean total-variation[segments=1024]";
        HeatMapFigure narrow = new HeatMapFigure(maps, new Scale(0, 1, false), quantity);
        HeatMapFigure wide = new HeatMapFigure(maps, new Scale(1e40, 1e51, true), quantity);
        double more = Ink.width("1e40", PanelGrid.TICK) - Ink.width("0.2", PanelGrid.TICK);
        assertEquals(narrow.drawing("").width() + more, wide.drawing("").width(), 1.01, "widths are whole points");
        assertFalse(narrow.drawing("").svg("d").contains(quantity), "longer than the figure is high");
    }

    @Test
    void pngAndSvgAreTheSamePictureInPrintResolution() {
        Drawing drawing = figure(CellResult.NONE).drawing("caption");
        BufferedImage image = drawing.image();
        assertEquals((int) Math.ceil(drawing.width() * 300 / 72), image.getWidth());
        assertTrue(drawing.svg("d").contains("viewBox='0 0 " + (int) drawing.width() + " " + (int) drawing.height()));
        assertEquals(Color.WHITE.getRGB(), image.getRGB(image.getWidth() - 1, image.getHeight() - 1));
    }

    @Test
    void theSameDrawingGivesTheSameBytes() {
        Drawing drawing = figure(CellResult.NONE).drawing("caption");
        assertEquals(drawing.svg("d"), drawing.svg("d"));
    }

    @Test
    void aRowOfTheFunctionFurtherUpIsFurtherUpInThePicture() {
        Mosaic.Picture picture = new Mosaic.Picture(2, new float[] {0, 0, 1, 1});
        BufferedImage image = new Mosaic(
                        "", new CellAxis("", List.of("")), new CellAxis("", List.of("")), List.of(Optional.of(picture)))
                .image();
        assertEquals(255, image.getRaster().getSample(0, 0, 0));
        assertEquals(0, image.getRaster().getSample(0, 1, 0));
    }

    @Test
    void roundingNoiseIsNotShownAsAShape() {
        Mosaic.Picture picture = new Mosaic.Picture(2, new float[] {1, 1.000001f, 1, 1});
        for (byte grey : picture.grey(2)) {
            assertEquals((byte) 128, grey);
        }
    }

    @Test
    void namesBesideAndBelowAScatterMatrixKeepToTheirPanels() {
        String name = "total-variation[segments=1024]";
        String svg = matrix(name, 8).svg("d");
        assertFalse(svg.contains(name));
        assertEquals(2 * 8, svg.split(Pattern.quote("(log) total"), -1).length - 1, "what is cut is the end");
        assertEquals(2 * 2, matrix("dirichlet", 2).svg("d").split(Pattern.quote("(log) dirichlet"), -1).length - 1);
    }

    private static Drawing matrix(String name, int metrics) {
        List<Integer> counts = List.of(1, 2);
        ScatterMatrix.Measure measure = new ScatterMatrix.Measure(name, new Scale(4, 1050, true), counts);
        List<List<String>> pairs = Collections.nCopies(metrics * (metrics - 1) / 2, List.of("r"));
        return new ScatterMatrix(Collections.nCopies(metrics, measure), List.of(), List.of(), List.of(), pairs)
                .drawing("", "");
    }

    @Test
    void aSpectrumSkipsZerosInsteadOfTakingTheirLogarithm() {
        String svg = Figures.spectrum(new double[] {1, 0, 0.01}, "t", "k", "a").svg("d");
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"));
        Figures.spectrum(new double[] {0, 0}, "t", "k", "a").svg("d");
    }

    @Test
    void filesThatCannotBeWrittenAreNamed() throws Exception {
        Drawing drawing = figure(CellResult.NONE).drawing("");
        Path file = folder.resolve("none").resolve("f.svg");
        assertTrue(assertThrows(UserException.class, () -> drawing.writeSvg(file))
                .getMessage()
                .contains(file.toString()));
        drawing.writePng(folder.resolve("f.png"));
        assertTrue(Files.size(folder.resolve("f.png")) > 1000);
    }
}
