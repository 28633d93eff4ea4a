package org.neuralredshift.api.parameter;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.List;
import java.util.regex.Pattern;
import org.neuralredshift.api.annotation.Api;

/**
 * One declared parameter.
 *
 * @param name as written in a study file
 * @param type what values it takes
 * @param initial the value if a study says nothing; its Java type is that of {@link Type}
 * @param origin who chose the default
 * @param minimum smallest lawful number, inclusive; ignored for other types
 * @param maximum largest lawful number, inclusive; ignored for other types
 * @param choices the lawful words of a {@link Type#CHOICE}, the kind of extension ({@code activation}, {@code layer},
 *     ...) of an {@link Type#EXTENSION} or {@link Type#COMPOSITION}, else empty
 * @param unit unit of a number; empty for none
 * @param runTime true if the compiled program takes it as an input, so that cells that differ only here share one
 *     program
 * @param help one sentence
 */
@Api(STABLE)
public record Parameter(
        String name,
        Type type,
        Object initial,
        Origin origin,
        double minimum,
        double maximum,
        List<String> choices,
        String unit,
        boolean runTime,
        String help) {

    /** What would end a text between the brackets of a {@link Selection}. */
    private static final Pattern UNWRITABLE = Pattern.compile("[,\\[\\]\\p{Cntrl}]");

    /** The types of values; beside each the Java type that carries it. */
    public enum Type {
        /** {@link Long}. */
        INTEGER,
        /** {@link Double}. */
        REAL,
        /** {@link String}, one of {@link Parameter#choices()}. */
        CHOICE,
        /** {@link Boolean}. */
        FLAG,
        /** {@link String}, the text of a {@link Selection} of the kind that {@link Parameter#choices()} names. */
        EXTENSION,
        /** {@link String}, the text of a {@link Composition} of layers. */
        COMPOSITION,
        /** {@link String}, any text without comma, brackets and line breaks, such as the name of a file; may be empty. */
        TEXT
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    /** A whole number within [minimum, maximum]. */
    public static Parameter integer(
            String name, long initial, Origin origin, long minimum, long maximum, String unit, String help) {
        return new Parameter(name, Type.INTEGER, initial, origin, minimum, maximum, List.of(), unit, false, help);
    }

    /** A finite number within [minimum, maximum]. */
    public static Parameter real(
            String name, double initial, Origin origin, double minimum, double maximum, String unit, String help) {
        return new Parameter(name, Type.REAL, initial, origin, minimum, maximum, List.of(), unit, false, help);
    }

    /** One of a few words. */
    public static Parameter choice(String name, String initial, Origin origin, List<String> choices, String help) {
        return new Parameter(name, Type.CHOICE, initial, origin, 0, 0, choices, "", false, help);
    }

    /** True or false. */
    public static Parameter flag(String name, boolean initial, Origin origin, String help) {
        return new Parameter(name, Type.FLAG, initial, origin, 0, 0, List.of(), "", false, help);
    }

    /** The id of an extension; {@code kind} is {@code activation}, {@code layer}, {@code dataset} or {@code metric}. */
    public static Parameter extension(String name, String kind, String initial, Origin origin, String help) {
        return new Parameter(name, Type.EXTENSION, initial, origin, 0, 0, List.of(kind), "", false, help);
    }

    /** Layers in a row, with the activation among them. */
    public static Parameter composition(String name, String initial, Origin origin, String help) {
        return new Parameter(name, Type.COMPOSITION, initial, origin, 0, 0, List.of("layer"), "", false, help);
    }

    /** Any text that a {@link Selection} can carry, such as the name of a file or folder; may be empty. */
    public static Parameter text(String name, String initial, Origin origin, String help) {
        return new Parameter(name, Type.TEXT, initial, origin, 0, 0, List.of(), "", false, help);
    }

    /** The same parameter as an input of the compiled program. */
    public Parameter atRunTime() {
        return new Parameter(name, type, initial, origin, minimum, maximum, choices, unit, true, help);
    }

    /**
     * Brings a value read from outside to the Java type of this parameter and checks its range.
     *
     * @throws InvalidParameterException naming the parameter, the value and what would be lawful
     */
    public Object check(Object value) {
        return switch (type) {
            case INTEGER -> {
                if (value instanceof Number n && n.doubleValue() == Math.rint(n.doubleValue())) {
                    yield checkRange(n.doubleValue(), n.longValue());
                }
                throw new InvalidParameterException(name, value, "a whole number " + range());
            }
            case REAL -> {
                if (value instanceof Number n && Double.isFinite(n.doubleValue())) {
                    yield checkRange(n.doubleValue(), n.doubleValue());
                }
                throw new InvalidParameterException(name, value, "a finite number " + range());
            }
            case CHOICE -> {
                if (value instanceof String s && choices.contains(s)) {
                    yield s;
                }
                throw new InvalidParameterException(name, value, "one of " + String.join(", ", choices));
            }
            case FLAG -> {
                if (value instanceof Boolean) {
                    yield value;
                }
                throw new InvalidParameterException(name, value, "true or false");
            }
            case EXTENSION -> {
                if (value instanceof String s) {
                    yield checkText(s, () -> Selection.parse(s));
                }
                throw new InvalidParameterException(name, value, "the id of one " + choices.getFirst());
            }
            case COMPOSITION -> {
                if (value instanceof String s) {
                    yield checkText(s, () -> Composition.parse(s, id -> false));
                }
                throw new InvalidParameterException(name, value, "layers, as in mlp+layer-norm or dense, activation");
            }
            case TEXT -> {
                String text = value instanceof Number ? Selection.plain(value) : String.valueOf(value);
                if (text.equals(text.strip()) && !UNWRITABLE.matcher(text).find()) {
                    yield text;
                }
                throw new InvalidParameterException(
                        name, value, "a text without commas, brackets, line breaks, and blanks around it");
            }
        };
    }

    /**
     * Reads a value that was written as text, for instance on a command line.
     *
     * @throws InvalidParameterException naming the parameter, the value and what would be lawful
     */
    public Object parse(String text) {
        try {
            return check(
                    switch (type) {
                        case INTEGER, REAL -> Double.valueOf(text);
                        case FLAG -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : text;
                        case CHOICE, EXTENSION, COMPOSITION, TEXT -> text;
                    });
        } catch (NumberFormatException e) {
            return check(text); // no number: the check says what it must be
        }
    }

    /** A text whose form is lawful; which extensions there are is the host's business. */
    private String checkText(String text, Runnable parser) {
        try {
            parser.run();
            return text;
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(name, text, "written otherwise: " + e.getMessage());
        }
    }

    private Object checkRange(double number, Object typed) {
        if (number < minimum || number > maximum) {
            throw new InvalidParameterException(
                    name, typed, (type == Type.INTEGER ? "a whole number " : "a number ") + range());
        }
        return typed;
    }

    private String range() {
        return "from " + plain(minimum) + " to " + plain(maximum) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }
}
