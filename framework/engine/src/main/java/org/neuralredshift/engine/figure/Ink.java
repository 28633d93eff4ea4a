package org.neuralredshift.engine.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.svg.SVGHints;

/** The few things that figures are drawn with. Coordinates are points, y downwards. */
public final class Ink {
    /** Where a text stands relative to its point. */
    enum Align {
        LEFT(0),
        CENTRE(0.5),
        RIGHT(1);

        private final double share;

        Align(double share) {
            this.share = share;
        }
    }

    static final Color TEXT = new Color(0x22, 0x22, 0x22);
    static final Color SOFT = new Color(0x66, 0x66, 0x66);
    static final Color RULE = new Color(0x88, 0x88, 0x88);
    static final Color FAINT = new Color(0xE4, 0xE4, 0xE4);

    private static final float SMALLEST = 6.5f;

    static final Color CLEAR = new Color(255, 255, 255, 0);

    private final Graphics2D graphics;

    Ink(Graphics2D graphics) {
        this.graphics = graphics;
    }

    void fill(double x, double y, double width, double height, Color colour) {
        fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    /** Fills with an id that a page can find; the picture is the same. */
    void fillNamed(String id, double x, double y, double width, double height, Color colour) {
        if (!id.isEmpty()) {
            graphics.setRenderingHint(SVGHints.KEY_ELEMENT_ID, id);
        }
        fill(x, y, width, height, colour);
    }

    void dot(double x, double y, double radius, Color colour) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour);
    }

    /** Discs as one shape, which takes little room in a file. */
    void dots(List<double[]> places, double radius, Color colour) {
        Path2D path = new Path2D.Double();
        for (double[] place : places) {
            path.moveTo(place[0], place[1]);
            path.lineTo(place[0] + 0.01, place[1]);
        }
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) (2 * radius), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    void line(double x1, double y1, double x2, double y2, Color colour, double thickness) {
        stroke(new Line2D.Double(x1, y1, x2, y2), colour, thickness);
    }

    void frame(double x, double y, double width, double height) {
        stroke(new Rectangle2D.Double(x, y, width, height), RULE, 0.5);
    }

    void stroke(Shape shape, Color colour, double thickness) {
        stroke(shape, colour, thickness, Dashes.WHOLE);
    }

    void stroke(Shape shape, Color colour, double thickness, Dashes dashes) {
        graphics.setColor(colour);
        graphics.setStroke(dashes.stroke(thickness));
        graphics.draw(shape);
    }

    /** Draws what belongs together under an id that a page can find; the picture is the same. */
    void group(String id, Runnable drawing) {
        if (id.isEmpty()) {
            drawing.run();
            return;
        }
        graphics.setRenderingHint(SVGHints.KEY_BEGIN_GROUP, id);
        drawing.run();
        graphics.setRenderingHint(SVGHints.KEY_END_GROUP, id);
    }

    /** An invisible disc that a page can find; nothing without an id. */
    void target(String id, double x, double y, double radius) {
        if (!id.isEmpty()) {
            graphics.setRenderingHint(SVGHints.KEY_ELEMENT_ID, id);
            dot(x, y, radius, CLEAR);
        }
    }

    /** Diagonal lines on light grey: nothing to show here. */
    void hatch(String id, double x, double y, double width, double height) {
        fillNamed(id, x, y, width, height, new Color(0xEE, 0xEE, 0xEE));
        Path2D lines = new Path2D.Double();
        double spacing = 3;
        for (double offset = spacing / 2; offset < width + height; offset += spacing) {
            double startX = Math.min(offset, width);
            double startY = offset - startX;
            double endY = Math.min(offset, height);
            double endX = offset - endY;
            lines.moveTo(x + startX, y + startY);
            lines.lineTo(x + endX, y + endY);
        }
        stroke(lines, new Color(0xB0, 0xB0, 0xB0), 0.4);
    }

    void image(BufferedImage image, double x, double y, double width, double height) {
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(
                image, new AffineTransform(width / image.getWidth(), 0, 0, height / image.getHeight(), x, y), null);
    }

    void text(String text, double x, double baseline, Align align, Font font, Color colour) {
        if (text.isEmpty()) {
            return;
        }
        graphics.setFont(font);
        graphics.setColor(colour);
        graphics.drawString(text, (float) (x - align.share * width(text, font)), (float) baseline);
    }

    /** Text from the left that takes at most that much room: smaller letters first, then fewer. */
    void fitted(String text, double x, double baseline, double room, Font font, Color colour) {
        Fitted fitted = fit(text, room, font);
        text(fitted.text(), x, baseline, Align.LEFT, fitted.font(), colour);
    }

    /** Likewise, its middle at the point. */
    void centred(String text, double x, double baseline, double room, Font font, Color colour) {
        Fitted fitted = fit(text, room, font);
        text(fitted.text(), x, baseline, Align.CENTRE, fitted.font(), colour);
    }

    private record Fitted(String text, Font font) {}

    private static Fitted fit(String text, double room, Font font) {
        Font smaller = font;
        while (width(text, smaller) > room && smaller.getSize2D() > SMALLEST) {
            smaller = smaller.deriveFont(smaller.getSize2D() - 0.5f);
        }
        String shown = text;
        while (width(shown, smaller) > room && shown.length() > 2) {
            shown = shown.substring(0, shown.length() - 2).strip() + "…";
        }
        return new Fitted(shown, smaller);
    }

    /** Text that reads upwards, its middle at the point, and takes at most that much room. */
    void upwards(String text, double x, double middle, double room, Font font, Color colour) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, middle);
        centred(text, x, middle, room, font, colour);
        graphics.setTransform(before);
    }

    static double width(String text, Font font) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }

    /** Draws only within a rectangle. */
    void within(double x, double y, double width, double height, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(x, y, width, height));
        drawing.run();
        graphics.setClip(before);
    }
}
