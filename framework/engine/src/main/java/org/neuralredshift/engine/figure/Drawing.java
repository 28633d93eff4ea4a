package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;
import org.jfree.svg.ViewBox;
import org.neuralredshift.engine.UserException;

/**
 * A picture that is not yet in any format.
 *
 * @param width in points
 * @param height in points
 * @param painter draws it, from the upper left corner; draws the same each time
 */
public record Drawing(double width, double height, Consumer<Ink> painter) {
    /** Sizes are rounded up to whole points. */
    public Drawing {
        width = Math.ceil(width);
        height = Math.ceil(height);
    }

    private static final int PIXELS_PER_INCH = 300;
    private static final double POINTS_PER_INCH = 72;

    /** An SVG document, white behind it. Ids in it begin with {@code prefix}, which is unique in a page. */
    public String svg(String prefix) {
        Typeface.require();
        SVGGraphics2D graphics = new SVGGraphics2D(width, height, SVGUnits.PT);
        graphics.setDefsKeyPrefix(prefix);
        graphics.setGeomDoubleConverter(Drawing::coordinate);
        graphics.setTransformDoubleConverter(Double::toString);
        paint(graphics);
        return graphics.getSVGElement(null, true, new ViewBox(0, 0, (int) width, (int) height), null, null);
    }

    /** A picture at 300 pixels per inch. */
    public BufferedImage image() {
        Typeface.require();
        double scale = PIXELS_PER_INCH / POINTS_PER_INCH;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        paint(graphics);
        graphics.dispose();
        return image;
    }

    /**
     * Writes a PNG.
     *
     * @throws UserException if the file cannot be written, or the machine has no font
     */
    public void writePng(Path file) {
        BufferedImage image = image();
        write(file, path -> {
            if (!ImageIO.write(image, "png", path.toFile())) {
                throw new IOException("this Java runtime writes no PNG");
            }
        });
    }

    /**
     * Writes an SVG.
     *
     * @throws UserException if the file cannot be written, or the machine has no font
     */
    public void writeSvg(Path file) {
        String text = svg("d");
        write(file, path -> Files.writeString(path, text, StandardCharsets.UTF_8));
    }

    private static String coordinate(double number) {
        return BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        Ink ink = new Ink(graphics);
        ink.fill(0, 0, width, height, Color.WHITE);
        painter.accept(ink);
    }

    private interface Writer {
        void write(Path file) throws IOException;
    }

    private static void write(Path file, Writer writer) {
        try {
            writer.write(file);
        } catch (IOException e) {
            throw new UserException(
                    "Cannot write " + file + ": " + e.getMessage() + ".", "Check the folder and the free space.", e);
        }
    }
}
