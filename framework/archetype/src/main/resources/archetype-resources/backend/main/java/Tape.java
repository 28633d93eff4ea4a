package ${package};

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;

/** A scalar expression as a list, operands before their uses: parts that are shared are computed once. */
final class Tape {
    private interface Step {
        double apply(float[] inputs);
    }

    private final List<Step> steps = new ArrayList<>();
    private final Map<Scalar, Integer> known = new IdentityHashMap<>();
    private final float[] results;

    Tape(Scalar expression) {
        add(expression);
        this.results = new float[steps.size()];
    }

    /** The value, each operation rounded to float32. */
    float apply(float[] inputs) {
        for (int i = 0; i < results.length; i++) {
            results[i] = (float) steps.get(i).apply(inputs);
        }
        return results[results.length - 1];
    }

    /** Adds what the expression needs, and then itself; returns where its value will stand. */
    private int add(Scalar expression) {
        Integer earlier = known.get(expression);
        if (earlier != null) {
            return earlier;
        }
        Step step = switch (expression) {
            case Scalar.Constant constant -> inputs -> constant.value();
            case Scalar.Input input -> inputs -> inputs[input.index()];
            case Scalar.Unary unary -> {
                int operand = add(unary.operand());
                yield inputs -> Evaluation.apply(unary.operation(), results[operand]);
            }
            case Scalar.Binary binary -> {
                int left = add(binary.left());
                int right = add(binary.right());
                yield inputs -> Evaluation.apply(binary.operation(), results[left], results[right]);
            }
            case Scalar.Select select -> {
                int left = add(select.left());
                int right = add(select.right());
                int then = add(select.then());
                int otherwise = add(select.otherwise());
                yield inputs -> Evaluation.holds(select.comparison(), results[left], results[right])
                        ? results[then]
                        : results[otherwise];
            }
        };
        steps.add(step);
        known.put(expression, steps.size() - 1);
        return steps.size() - 1;
    }
}
