package org.neuralredshift.api.graph;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;

/** Replaces parts of an expression; what was shared stays shared. */
final class Rewriting {
    private final Function<Scalar, @Nullable Scalar> replacement;
    private final Map<Scalar, Scalar> known = new IdentityHashMap<>();

    private Rewriting(Function<Scalar, @Nullable Scalar> replacement) {
        this.replacement = replacement;
    }

    /** An expression in which each part that has a replacement is replaced, from the outside inwards. */
    static Scalar of(Scalar expression, Function<Scalar, @Nullable Scalar> replacement) {
        return new Rewriting(replacement).rewrite(expression);
    }

    /**
     * A derivative that reads the result of the function where it contains the function; and that takes 1 - sigmoid(x) for
     * sigmoid(-x) where the function has computed sigmoid(x), with an absolute error of one rounding of 1.
     *
     * @param function by identity
     * @param result what stands for its value
     */
    static Scalar reuse(Scalar derivative, Scalar function, Scalar result) {
        if (function instanceof Scalar.Constant || function instanceof Scalar.Input) {
            return derivative;
        }
        Map<Scalar, Scalar> sigmoids = new IdentityHashMap<>();
        of(function, part -> {
            if (part instanceof Scalar.Unary u && u.operation() == UnaryOperation.SIGMOID) {
                sigmoids.put(u.operand(), u == function ? result : u);
            }
            return null;
        });
        return of(derivative, part -> part == function ? result : complement(part, sigmoids));
    }

    /** @param sigmoids what is known of a sigmoid, by its argument */
    private static @Nullable Scalar complement(Scalar part, Map<Scalar, Scalar> sigmoids) {
        Scalar known = part instanceof Scalar.Unary sigmoid
                        && sigmoid.operation() == UnaryOperation.SIGMOID
                        && sigmoid.operand() instanceof Scalar.Unary negation
                        && negation.operation() == UnaryOperation.NEGATE
                ? sigmoids.get(negation.operand())
                : null;
        return known == null ? null : Scalar.of(1).minus(known);
    }

    private Scalar rewrite(Scalar part) {
        Scalar earlier = known.get(part);
        if (earlier != null) {
            return earlier;
        }
        Scalar replaced = replacement.apply(part);
        Scalar result = replaced != null ? replaced : rebuilt(part);
        known.put(part, result);
        return result;
    }

    /** The same object if nothing in it has changed. */
    private Scalar rebuilt(Scalar part) {
        return switch (part) {
            case Scalar.Constant c -> c;
            case Scalar.Input i -> i;
            case Scalar.Unary u -> {
                Scalar operand = rewrite(u.operand());
                yield operand == u.operand() ? u : new Scalar.Unary(u.operation(), operand);
            }
            case Scalar.Binary b -> {
                Scalar left = rewrite(b.left());
                Scalar right = rewrite(b.right());
                yield left == b.left() && right == b.right() ? b : new Scalar.Binary(b.operation(), left, right);
            }
            case Scalar.Select s -> {
                Scalar left = rewrite(s.left());
                Scalar right = rewrite(s.right());
                Scalar then = rewrite(s.then());
                Scalar otherwise = rewrite(s.otherwise());
                boolean isSame =
                        left == s.left() && right == s.right() && then == s.then() && otherwise == s.otherwise();
                yield isSame ? s : new Scalar.Select(s.comparison(), left, right, then, otherwise);
            }
        };
    }
}
