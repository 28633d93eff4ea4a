package org.neuralredshift.backends.cpu;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.expression.Scalar;

/** Rebuilds an expression with some of its parts replaced. What is shared stays shared. */
final class Rewriting {
    private final Function<Scalar, @Nullable Scalar> replacement;
    private final Map<Scalar, Scalar> done = new IdentityHashMap<>();

    /** @param replacement what stands in place of a part; null keeps it and looks into its own parts */
    Rewriting(Function<Scalar, @Nullable Scalar> replacement) {
        this.replacement = replacement;
    }

    Scalar apply(Scalar part) {
        Scalar known = done.get(part);
        if (known == null) {
            Scalar replaced = replacement.apply(part);
            known = replaced == null ? rebuilt(part) : replaced;
            done.put(part, known);
        }
        return known;
    }

    private Scalar rebuilt(Scalar part) {
        return switch (part) {
            case Scalar.Constant constant -> constant;
            case Scalar.Input input -> input;
            case Scalar.Unary u -> new Scalar.Unary(u.operation(), apply(u.operand()));
            case Scalar.Binary b -> new Scalar.Binary(b.operation(), apply(b.left()), apply(b.right()));
            case Scalar.Select s ->
                new Scalar.Select(
                        s.comparison(), apply(s.left()), apply(s.right()), apply(s.then()), apply(s.otherwise()));
        };
    }
}
