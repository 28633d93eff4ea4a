package org.neuralredshift.cli.command;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.neuralredshift.engine.UserException;

/** Draws the distributions behind the measures of one function: amplitude against frequency or order, one line each. */
final class SpectrumPicture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 480;
    private static final int LEFT = 60;
    private static final int BOTTOM = HEIGHT - 60;
    private static final int RIGHT = WIDTH - 30;
    private static final int TOP = 40;
    /** Of Okabe and Ito: told apart by colour-blind people. */
    private static final List<Color> COLOURS =
            List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7));

    private SpectrumPicture() {}

    /**
     * Writes a PNG with the spectra that there are; axes alone if there is none.
     *
     * @throws UserException if the file cannot be written
     */
    static void write(Path file, List<Measured> measures) {
        List<Measured> shown =
                measures.stream().filter(m -> !m.spectrum().isEmpty()).toList();
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        int highest = shown.stream().mapToInt(m -> m.spectrum().size()).max().orElse(1);
        drawAxes(graphics, highest);
        for (int i = 0; i < shown.size(); i++) {
            graphics.setColor(COLOURS.get(i % COLOURS.size()));
            graphics.setStroke(new BasicStroke(2.5f));
            graphics.draw(line(shown.get(i).spectrum(), highest));
            graphics.drawString(shown.get(i).metric().label(), RIGHT - 220, TOP + 20 + 22 * i);
        }
        graphics.dispose();
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UserException(file + " cannot be written: " + e + ".", "Check the folder and the free space.", e);
        }
    }

    private static void drawAxes(Graphics2D graphics, int highest) {
        graphics.setColor(Color.DARK_GRAY);
        graphics.drawLine(LEFT, BOTTOM, RIGHT, BOTTOM);
        graphics.drawLine(LEFT, BOTTOM, LEFT, TOP);
        graphics.drawString("1", LEFT - 4, BOTTOM + 20);
        graphics.drawString(Integer.toString(highest), RIGHT - 12, BOTTOM + 20);
        graphics.drawString("frequency or order", (LEFT + RIGHT) / 2 - 60, BOTTOM + 40);
        graphics.drawString("0", LEFT - 18, BOTTOM + 5);
        graphics.drawString("1", LEFT - 18, TOP + 5);
        graphics.drawString("amplitude / largest amplitude", LEFT - 18, TOP - 15);
    }

    private static Path2D line(List<Double> spectrum, int highest) {
        double largest = Math.max(Collections.max(spectrum), Double.MIN_NORMAL);
        Path2D line = new Path2D.Double();
        for (int i = 0; i < spectrum.size(); i++) {
            double x = LEFT + (RIGHT - LEFT) * (highest == 1 ? 0.5 : i / (highest - 1.0));
            double y = BOTTOM - (BOTTOM - TOP) * spectrum.get(i) / largest;
            if (i == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        return line;
    }
}
