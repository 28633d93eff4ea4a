import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the outlines of the digits of one font, so that the program draws digits without any font of the machine it runs on.
 * Run once per font; what it writes is under version control, see README.md beside it.
 *
 * <pre>java ExtractDigits.java FONT.ttf NAME.txt "header line" ...</pre>
 *
 * One line per digit, 0 to 9, in thousandths of the em, y upwards, baseline 0: M x y (move), L x y (line), Q cx cy x y
 * (quadratic), C cx cy dx dy x y (cubic), Z (close).
 */
class ExtractDigits {
    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Font font = Font.createFont(Font.TRUETYPE_FONT, new File(arguments[0])).deriveFont(1000f);
        List<String> lines = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            lines.add("# " + arguments[i]);
        }
        for (char digit = '0'; digit <= '9'; digit++) {
            lines.add(outline(font, digit));
        }
        write(Path.of(arguments[1]), lines);
    }

    private static String outline(Font font, char digit) {
        if (!font.canDisplay(digit)) {
            throw new IllegalArgumentException(font.getFontName() + " has no " + digit);
        }
        FontRenderContext exact = new FontRenderContext(null, true, true);
        PathIterator path = font.createGlyphVector(exact, String.valueOf(digit)).getOutline().getPathIterator(null);
        StringBuilder line = new StringBuilder();
        double[] xy = new double[6];
        for (; !path.isDone(); path.next()) {
            int segment = path.currentSegment(xy);
            int numbers =
                    switch (segment) {
                        case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
                        case PathIterator.SEG_QUADTO -> 4;
                        case PathIterator.SEG_CUBICTO -> 6;
                        default -> 0;
                    };
            line.append(line.isEmpty() ? "" : " ").append("MLQCZ".charAt(segment));
            for (int i = 0; i < numbers; i++) {
                line.append(' ').append(Math.round(i % 2 == 0 ? xy[i] : -xy[i]));
            }
        }
        return line.toString();
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
        System.out.println(file + ": " + Files.size(file) + " bytes");
    }
}
