package org.neuralredshift.engine.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.Suggestions;

/** Reads single values. */
final class Scalars {
    private Scalars() {}

    /** A text as it was written: {@code study: 4} is the text 4. */
    static String text(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        throw node.mistake("must be a single word or sentence", null);
    }

    /** A whole number. */
    static long whole(YamlNode node, long minimum, long maximum) {
        String lawful = "a whole number from " + minimum + " to " + maximum;
        if (!(node instanceof YamlNode.Scalar scalar)) {
            throw node.mistake("must be " + lawful, null);
        }
        if (scalar.value() instanceof Long number && number >= minimum && number <= maximum) {
            return number;
        }
        throw node.mistake("is " + scalar.text() + ", but must be " + lawful, null);
    }

    /** A finite number. */
    static double number(YamlNode node) {
        if (node instanceof YamlNode.Scalar(var _, var _, Number number, var _)
                && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw node.mistake(written(node) + "must be a finite number", null);
    }

    /** True or false. */
    static boolean flag(YamlNode node) {
        if (node instanceof YamlNode.Scalar(var _, var _, Boolean flag, var _)) {
            return flag;
        }
        throw node.mistake(written(node) + "must be true or false", null);
    }

    /** One of some words. */
    static String choice(YamlNode node, List<String> words) {
        String word = text(node);
        if (!words.contains(word)) {
            throw node.mistake("is " + word + ", but must be one of " + String.join(", ", words), meant(word, words));
        }
        return word;
    }

    private static @Nullable String meant(String word, List<String> words) {
        return Suggestions.nearest(word, words)
                .map(near -> "Did you mean " + near + "?")
                .orElse(null);
    }

    private static String written(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? "is " + scalar.text() + ", but " : "";
    }
}
