package org.neuralredshift.engine.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.neuralredshift.engine.UserException;

/** The letters of all figures. */
final class Typeface {
    private Typeface() {}

    static Font plain(double size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
    }

    static Font bold(double size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size);
    }

    /**
     * Checks that there are letters to draw with.
     *
     * @throws UserException if the machine has no font
     */
    static void require() {
        try {
            plain(8).getStringBounds("0", new FontRenderContext(null, true, true));
        } catch (InternalError | LinkageError | RuntimeException e) {
            // Without fontconfig or any font Java fails in one of these ways, depending on what is missing.
            throw new UserException(
                    "Figures need a font, and this machine has none that Java finds (" + e + ").",
                    "Install one, for instance the packages fontconfig and fonts-dejavu-core, and run nrs report again: the rows are safe.",
                    e);
        }
    }
}
