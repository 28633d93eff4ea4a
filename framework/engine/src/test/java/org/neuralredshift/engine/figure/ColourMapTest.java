package org.neuralredshift.engine.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapTest {
    /** CIE lightness of an sRGB colour, 0 to 100. */
    private static double lightness(Color colour) {
        double luminance = 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
        return luminance > 216.0 / 24389 ? 116 * Math.cbrt(luminance) - 16 : luminance * 24389 / 27;
    }

    private static double linear(int level) {
        double v = level / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @EnumSource
    void lightnessRisesEvenlySoThatGreyPrintAndColourBlindEyesSeeTheOrder(ColourMap map) {
        int steps = 20;
        double whole = lightness(map.at(1)) - lightness(map.at(0));
        assertTrue(whole > 70, "spans " + whole);
        for (int i = 0; i < steps; i++) {
            double step = lightness(map.at((i + 1.0) / steps)) - lightness(map.at(i / (double) steps));
            assertEquals(whole / steps, step, 0.35 * whole / steps, "at " + i);
        }
    }

    @Test
    void numbersBeyondTheScaleTakeItsEnds() {
        assertEquals(ColourMap.SPECTRUM.at(0), ColourMap.SPECTRUM.at(-3));
        assertEquals(ColourMap.SPECTRUM.at(1), ColourMap.SPECTRUM.at(7));
    }

    @Test
    void marksOnAColourAreSeen() {
        assertEquals(Color.WHITE, ColourMap.contrast(ColourMap.SPECTRUM.at(0)));
        assertEquals(Color.BLACK, ColourMap.contrast(ColourMap.SPECTRUM.at(1)));
    }
}
