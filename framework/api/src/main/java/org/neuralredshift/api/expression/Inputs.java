package org.neuralredshift.api.expression;

import static org.neuralredshift.api.annotation.Api.Stability.INTERNAL;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.neuralredshift.api.annotation.Api;

/** How many inputs an expression needs. */
@Api(INTERNAL)
public final class Inputs {
    private Inputs() {}

    /** One more than the largest index of an input in {@code expression}; 0 if it has none. */
    public static int count(Scalar expression) {
        return count(expression, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** {@code seen} keeps parts that are used more than once from being walked more than once. */
    private static int count(Scalar expression, Set<Scalar> seen) {
        if (!seen.add(expression)) {
            return 0;
        }
        return switch (expression) {
            case Scalar.Constant c -> 0;
            case Scalar.Input i -> i.index() + 1;
            case Scalar.Unary u -> count(u.operand(), seen);
            case Scalar.Binary b -> Math.max(count(b.left(), seen), count(b.right(), seen));
            case Scalar.Select s ->
                Math.max(
                        Math.max(count(s.left(), seen), count(s.right(), seen)),
                        Math.max(count(s.then(), seen), count(s.otherwise(), seen)));
        };
    }
}
