package org.neuralredshift.api.parameter;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.api.annotation.Api;

/**
 * Layers one after another, with the activation where the keyword {@value #ACTIVATION} stands.
 *
 * <p>Written as a list, {@code dense, layer-norm, activation, residual}, or in short: {@value #NONE} has no part, {@value
 * #PERCEPTRON} is {@code dense, activation}, and {@code mlp+layer-norm+residual} adds layers to that, in the order in which
 * they are written, those before the activation that say so and the others after it.
 *
 * @param parts in order; the activation is a selection of the id {@value #ACTIVATION}
 */
@Api(INCUBATING)
public record Composition(List<Selection> parts) {
    /** The part that is the activation, whichever a network has. */
    public static final String ACTIVATION = "activation";
    /** The shorthand of {@code dense, activation}. */
    public static final String PERCEPTRON = "mlp";
    /** The shorthand of no parts. */
    public static final String NONE = "none";

    private static final Selection DENSE = Selection.of("dense");
    private static final Selection ACTIVATED = Selection.of(ACTIVATION);

    /** @throws IllegalArgumentException if a part is no part, or the activation has parameters here */
    public Composition {
        parts = List.copyOf(parts);
        for (Selection part : parts) {
            if (part.id().equals(PERCEPTRON) || part.id().equals(NONE)) {
                throw new IllegalArgumentException(part.id() + " is a whole composition, not a part of one");
            }
            if (part.id().equals(ACTIVATION) && !part.equals(ACTIVATED)) {
                throw new IllegalArgumentException(
                        part + ": which activation, and its parameters, is said by the parameter activation");
            }
        }
    }

    /** Whether a word of a list is a composition by itself rather than a part: {@code mlp}, {@code mlp+gating}, a list. */
    public static boolean isWhole(String text) {
        return Selection.split(text, ',').size() > 1
                || Stream.of(PERCEPTRON, NONE)
                        .anyMatch(Selection.split(text, '+').getFirst()::equals);
    }

    /**
     * Reads a list or a shorthand.
     *
     * @param beforeActivation whether a layer of that id stands before the activation when a shorthand adds it
     * @throws IllegalArgumentException if a text is neither; the message is a sentence without its full stop
     */
    public static Composition parse(String text, Predicate<String> beforeActivation) {
        List<String> listed = Selection.split(text, ',');
        if (listed.size() > 1) {
            return new Composition(listed.stream().map(Selection::parse).toList());
        }
        List<String> words = Selection.split(text, '+');
        if (words.getFirst().equals(PERCEPTRON)) {
            return perceptron(words.stream().skip(1).map(Selection::parse).toList(), beforeActivation);
        }
        if (words.size() > 1) {
            throw new IllegalArgumentException("'" + text.strip() + "' adds to " + words.getFirst() + ", but only "
                    + PERCEPTRON + " can be added to");
        }
        return new Composition(words.getFirst().equals(NONE) ? List.of() : List.of(Selection.parse(words.getFirst())));
    }

    private static Composition perceptron(List<Selection> added, Predicate<String> beforeActivation) {
        List<Selection> parts = new ArrayList<>(List.of(DENSE));
        for (Selection part : added) {
            if (part.id().equals(ACTIVATION)) {
                throw new IllegalArgumentException(PERCEPTRON + " has its activation; one more is written in a list");
            }
        }
        added.stream().filter(part -> beforeActivation.test(part.id())).forEach(parts::add);
        parts.add(ACTIVATED);
        added.stream().filter(part -> !beforeActivation.test(part.id())).forEach(parts::add);
        return new Composition(parts);
    }

    /**
     * The one text of these parts: the shorthand if there is one, else the list. {@link #parse} reads it back equal.
     *
     * @param beforeActivation as in {@link #parse}
     */
    public String text(Predicate<String> beforeActivation) {
        if (parts.isEmpty()) {
            return NONE;
        }
        List<Selection> added = parts.stream()
                .skip(1)
                .filter(part -> !part.id().equals(ACTIVATION))
                .toList();
        boolean isShort = parts.getFirst().equals(DENSE) && equals(perceptron(added, beforeActivation));
        return isShort
                ? Stream.concat(Stream.of(PERCEPTRON), added.stream().map(Selection::text))
                        .collect(Collectors.joining("+"))
                : parts.stream().map(Selection::text).collect(Collectors.joining(", "));
    }
}
