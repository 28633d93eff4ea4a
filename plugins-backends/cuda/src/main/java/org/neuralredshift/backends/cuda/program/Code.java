package org.neuralredshift.backends.cuda.program;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.graph.Tensor;

/**
 * The body of a kernel while it is written: lines, names, and the elements that stand in a variable already. What is written in a
 * block between braces is forgotten behind it.
 */
final class Code {
    /** An element of a tensor: the same tensor at the same place is computed once. */
    private record Element(int identity, Tensor tensor, List<Index> place) {
        Element(Tensor tensor, List<Index> place) {
            this(System.identityHashCode(tensor), tensor, place);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Element element && element.tensor == tensor && element.place.equals(place);
        }

        @Override
        public int hashCode() {
            return 31 * identity + place.hashCode();
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final Deque<Map<Element, String>> known = new ArrayDeque<>();
    private int names;

    Code() {
        known.push(new HashMap<>());
    }

    /** A line; a pattern with arguments as of {@link String#format} if there are any. */
    Code line(String pattern, Object... arguments) {
        String line = arguments.length == 0 ? pattern : String.format(pattern, arguments);
        text.append(line.isEmpty() ? "" : "    ".repeat(known.size()))
                .append(line)
                .append('\n');
        return this;
    }

    /** A line that ends with an opening brace. */
    Code open(String pattern, Object... arguments) {
        line(pattern.isEmpty() ? "{" : pattern + " {", arguments);
        known.push(new HashMap<>());
        return this;
    }

    /** The closing brace. */
    Code close() {
        known.pop();
        return line("}");
    }

    /** A name that is not used yet. */
    String fresh(String stem) {
        return stem + names++;
    }

    /** The variable that holds an element, or null. */
    @Nullable
    String find(Tensor tensor, List<Index> place) {
        Element element = new Element(tensor, place);
        for (Map<Element, String> scope : known) {
            String found = scope.get(element);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** From here to the end of the block, a variable holds an element. */
    void remember(Tensor tensor, List<Index> place, String variable) {
        known.getFirst().put(new Element(tensor, place), variable);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
