package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * Divides a graph into few passes over its matrices. A map becomes a part of the expressions that read it, if it is used
 * once at the same size or so cheap that computing it again costs less than storing it. A sum with one row begins the sums
 * of a product; costly parts of an expression that are the same for all elements are computed once.
 */
final class WorkFusion {
    /** At most so many additions are done again for each use rather than stored. */
    private static final int CHEAP = 2;
    /** The most that one expression may cost: beyond it registers run out and the compiler gives up. */
    private static final int BUDGET = 100;
    /** What a number may cost that each loop computes again. */
    private static final int CHEAP_NUMBER = 8;

    private static final ExpressionCode SUM = ExpressionCode.of(Scalar.input(0).plus(Scalar.input(1)));

    private record NumberKey(ExpressionCode code, List<Integer> operands) {}

    private final Graph graph;
    private final Rates rates;
    private final Map<Tensor, Integer> uses = new IdentityHashMap<>();
    private final Map<Tensor, Tensor> users = new IdentityHashMap<>();
    /** Maps whose elements lie in memory. */
    private final Set<Tensor> stored = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<Tensor, Formula> formulas = new IdentityHashMap<>();
    /** Products that add a row, by their sums: the pass is done where the sum stands, since the row may come late. */
    private final Map<Tensor, Work> biased = new IdentityHashMap<>();

    private final Set<Tensor> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<NumberKey, Tensor> hoisted = new HashMap<>();
    private final Map<Tensor, Integer> numbers = new IdentityHashMap<>();
    private final List<Work> works = new ArrayList<>();

    private WorkFusion(Graph graph, Rates rates) {
        this.graph = graph;
        this.rates = rates;
    }

    /** The passes, operands before their uses. */
    static List<Work> fuse(Graph graph, Rates rates) {
        return new WorkFusion(graph, rates).fuse();
    }

    private List<Work> fuse() {
        for (Tensor tensor : graph.tensors()) {
            for (Tensor operand : tensor.operands()) {
                uses.merge(operand, 1, Integer::sum);
                users.put(operand, tensor);
                if (!takesExpressions(tensor)) {
                    stored.add(operand);
                }
            }
        }
        List<Tensor> results = new ArrayList<>(graph.outputs().values());
        results.addAll(graph.updates().values());
        for (Tensor result : results) {
            uses.merge(result, 1, Integer::sum);
            users.remove(result);
            stored.add(result);
        }
        for (Tensor tensor : graph.tensors()) {
            if (!mayBePart(tensor)) {
                lower(tensor);
            }
        }
        return works;
    }

    private static boolean takesExpressions(Tensor user) {
        return switch (user) {
            case Tensor.Map map -> true;
            case Tensor.Expand expand -> true;
            case Tensor.Reduce reduce -> reduce.operand().shape().rank() <= 2;
            default -> false;
        };
    }

    private boolean mayBePart(Tensor tensor) {
        return (tensor instanceof Tensor.Map || tensor instanceof Tensor.Expand) && !stored.contains(tensor);
    }

    /** Sees to it that a tensor lies in memory, as a result or as a view of one. */
    private void lower(Tensor tensor) {
        if (!done.add(tensor)) {
            return;
        }
        switch (tensor) {
            case Tensor.Map map -> {
                if (!isBiasSum(map)) {
                    add(Work.Mapping.of(map, withoutNumbers(formula(map))));
                }
            }
            case Tensor.MatrixProduct product -> product(product);
            case Tensor.Reduce reduce -> add(reduction(reduce));
            case Tensor.Gather gather -> add(new Work.Moving(gather));
            case Tensor.ScatterAdd scatter -> add(new Work.Moving(scatter));
            case Tensor.Pad pad -> add(new Work.Moving(pad));
            case Tensor.Kernel kernel -> throw UnsupportedGraphException.of("cpu", kernel);
            case Tensor.Expand expand -> {
                stored.add(expand.operand());
                lower(expand.operand());
            }
            default -> {}
        }
    }

    private void add(Work work) {
        works.add(work);
    }

    private void product(Tensor.MatrixProduct product) {
        if (uses.getOrDefault(product, 0) == 1
                && users.get(product) instanceof Tensor.Map sum
                && !biased.containsKey(sum)) {
            Tensor bias = biasOf(sum, product);
            if (bias != null) {
                biased.put(sum, new Work.Product(sum, product.left(), product.right(), bias));
                return;
            }
        }
        add(new Work.Product(product, product.left(), product.right(), null));
    }

    /** What a map adds to a product, if that is one row and all that it does. */
    private @Nullable Tensor biasOf(Tensor.Map sum, Tensor.MatrixProduct product) {
        if (product.shape().extent(1) == 1
                || !sum.shape().equals(product.shape())
                || sum.operands().size() != 2
                || !ExpressionCode.of(sum.expression()).equals(SUM)) {
            return null;
        }
        Tensor bias = sum.operands().get(sum.operands().get(0) == product ? 1 : 0);
        boolean row = bias.shape().rank() > 0
                && bias.shape().size() == product.shape().extent(1);
        return row && !mayBePart(bias) ? bias : null;
    }

    private boolean isBiasSum(Tensor.Map map) {
        Work product = biased.get(map);
        if (product != null) {
            add(product);
        }
        return product != null;
    }

    private Work reduction(Tensor.Reduce reduce) {
        Tensor operand = reduce.operand();
        Formula formula = takesExpressions(reduce)
                ? argument(operand, operand.shape(), rates.of(reduce), BUDGET)
                : Formula.of(operand);
        return new Work.Reduction(reduce, withoutNumbers(formula));
    }

    /** The formula of a map or an expansion. */
    private Formula formula(Tensor tensor) {
        Formula known = formulas.get(tensor);
        if (known == null) {
            Scalar expression = tensor instanceof Tensor.Map map ? map.expression() : Scalar.input(0);
            int budget = BUDGET - Formula.cost(expression);
            List<Formula> arguments = new ArrayList<>();
            for (Tensor operand : tensor.operands()) {
                Formula argument = argument(operand, tensor.shape(), rates.of(tensor), budget);
                budget -= argument.cost();
                arguments.add(argument);
            }
            known = Formula.of(expression, arguments);
            formulas.put(tensor, known);
        }
        return known;
    }

    /** What stands for an operand in an expression of that shape: its own, or the stored tensor. */
    private Formula argument(Tensor operand, Shape shape, Rate rate, int budget) {
        if (operand instanceof Tensor.Constant constant && constant.shape().size() == 1) {
            return new Formula(Scalar.of(constant.values()[0]), List.of());
        }
        if (mayBePart(operand) && !biased.containsKey(operand)) {
            Formula formula = formula(operand);
            int cost = formula.cost();
            boolean once = uses.getOrDefault(operand, 0) == 1
                    && operand.shape().size() == shape.size()
                    && rates.of(operand) == rate;
            if (cost <= CHEAP && formula.operands().size() <= CHEAP || once && cost <= budget) {
                return formula;
            }
            stored.add(operand);
        }
        lower(operand);
        return Formula.of(operand);
    }

    /** Takes the largest costly parts that are one number for all elements out of an expression. */
    private Formula withoutNumbers(Formula formula) {
        Map<Scalar, Boolean> known = new IdentityHashMap<>();
        if (isNumber(formula.expression(), formula, known)) {
            return formula;
        }
        List<Tensor> operands = new ArrayList<>(formula.operands());
        Scalar rest = new Rewriting(part -> Formula.cost(part) > CHEAP_NUMBER && isNumber(part, formula, known)
                        ? Scalar.input(Formula.position(hoisted(part, formula), operands))
                        : null)
                .apply(formula.expression());
        return new Formula(rest, operands).trimmed();
    }

    private static boolean isNumber(Scalar part, Formula formula, Map<Scalar, Boolean> known) {
        Boolean number = known.get(part);
        if (number == null) {
            number = switch (part) {
                case Scalar.Constant constant -> true;
                case Scalar.Input input ->
                    formula.operands().get(input.index()).shape().size() == 1;
                case Scalar.Unary u -> isNumber(u.operand(), formula, known);
                case Scalar.Binary b -> isNumber(b.left(), formula, known) && isNumber(b.right(), formula, known);
                case Scalar.Select s ->
                    isNumber(s.left(), formula, known)
                            && isNumber(s.right(), formula, known)
                            && isNumber(s.then(), formula, known)
                            && isNumber(s.otherwise(), formula, known);
            };
            known.put(part, number);
        }
        return number;
    }

    private Tensor hoisted(Scalar part, Formula formula) {
        Formula number = new Formula(part, formula.operands()).trimmed();
        List<Integer> operands = number.operands().stream()
                .map(operand -> numbers.computeIfAbsent(operand, o -> numbers.size()))
                .toList();
        return hoisted.computeIfAbsent(new NumberKey(ExpressionCode.of(number.expression()), operands), key -> {
            Shape shape = number.operands().stream().map(Tensor::shape).reduce(Shape.SCALAR, Shape::broadcast);
            Tensor tensor = new Tensor.Map(number.expression(), number.operands(), shape);
            add(Work.Mapping.of(tensor, number));
            return tensor;
        });
    }
}
