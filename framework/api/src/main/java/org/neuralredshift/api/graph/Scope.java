package org.neuralredshift.api.graph;

/**
 * Names and numbers what a graph declares. A scope is a hidden layer, a part is one of the plugins that make it up.
 *
 * <p>The first part of a scope that declares random numbers of its own names them after the scope alone, and numbers them
 * in the first series, 0, 1, ... All others add their part to the name, and count in a second series. So networks that differ
 * by a part which joins share the random numbers of all that they have in common.
 */
final class Scope {
    /** The first ordinal of the second series. */
    private static final int SECOND_SERIES = 1 << 30;

    private String name = "";
    private String part = "";
    private String owner = "";
    private boolean owned;
    private int first;
    private int second = SECOND_SERIES;

    /** Begins a scope. */
    void enter(String scope) {
        name = scope;
        part = "";
        owned = false;
    }

    /** Begins a part of this scope. */
    void part(String id) {
        part = id;
    }

    /** A weight of the current part: its full name and its ordinal. */
    record Declared(String name, int ordinal) {}

    /** Declares a weight. */
    Declared declare(String weight, Tensor.Role role) {
        boolean isRandom = switch (role) {
            case WEIGHT, BIAS, PHASE, FREQUENCY -> true;
            case GAIN, OFFSET -> false;
        };
        if (isRandom && !owned) {
            owner = part;
            owned = true;
        }
        boolean isFirst = isRandom && owner.equals(part);
        String prefix = isFirst || part.isEmpty() ? name : name + "." + part;
        return new Declared(prefix.isEmpty() ? weight : prefix + "." + weight, isFirst ? first++ : second++);
    }

    /** Where we are, {@code hidden2/residual}; empty outside of every scope. */
    String place() {
        return part.isEmpty() ? name : name + "/" + part;
    }
}
