package org.neuralredshift.engine.study;

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
}
