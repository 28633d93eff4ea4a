package org.neuralredshift.engine.figure;

import java.awt.Color;

/**
 * Colours for numbers in [0, 1]. Lightness rises evenly, so that the order is seen in grey print and with any kind of
 * colour vision.
 */
public enum ColourMap {
    /** Violet, blue, green, yellow: a path through OKLCh, whose lightness is linear. */
    SPECTRUM {
        @Override
        public Color at(double number) {
            double t = clamp(number);
            double lightness = 0.27 + 0.66 * t;
            double chroma = 0.12 - 0.18 * t + 0.24 * t * t;
            double hue = Math.toRadians(305 - 198 * t);
            return oklab(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
        }
    },
    /** Black to white. */
    GREY {
        @Override
        public Color at(double number) {
            int level = (int) Math.round(255 * clamp(number));
            return new Color(level, level, level);
        }
    };

    /** The colour of a number; numbers outside [0, 1] take the colour of the nearer end. */
    public abstract Color at(double number);

    /** Black or white, whichever is seen better on a colour. */
    public static Color contrast(Color background) {
        double luminance = 0.2126 * linear(background.getRed())
                + 0.7152 * linear(background.getGreen())
                + 0.0722 * linear(background.getBlue());
        return luminance > 0.18 ? Color.BLACK : Color.WHITE;
    }

    private static double clamp(double number) {
        return Math.clamp(number, 0, 1);
    }

    private static double linear(int level) {
        double v = level / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    /** OKLab to sRGB, as its author Björn Ottosson defines it. */
    private static Color oklab(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new Color(
                level(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                level(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                level(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static int level(double linear) {
        double v = clamp(linear);
        double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }
}
