package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.util.List;

/** Colours of curves. */
public final class Palette {
    /** Colours that people with any kind of colour vision tell apart (Okabe and Ito, 2008), wine for their black, yellow last. */
    private static final List<Color> NAMED = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xE69F00),
            new Color(0x882255),
            new Color(0xF0E442));

    private Palette() {}

    /** The colour of one of several curves: a ramp if they are ordered or too many to be told apart by hue. */
    public static Color of(int index, int count, boolean ordered) {
        return ordered || count > NAMED.size()
                ? ColourMap.SPECTRUM.at(count == 1 ? 0.3 : 0.88 * index / (count - 1.0))
                : NAMED.get(index);
    }
}
