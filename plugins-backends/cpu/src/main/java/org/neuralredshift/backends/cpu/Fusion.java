package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/**
 * Rewrites a graph to one that computes the same with fewer passes over the tiles.
 *
 * <p>A map whose result only other maps or a reduction read becomes part of their expressions, if it is used once or so
 * cheap that computing it again costs less than storing it. A map that a reduction reads is used by nothing else. What is
 * the same for all features, such as the scale of a normalisation, is taken out of the expression and computed on one row.
 */
final class Fusion {
    /** At most so many additions are done again for each use rather than stored. */
    private static final int CHEAP = 2;
    /** The most that one expression may cost: beyond it registers run out and the compiler gives up. */
    private static final int MAP_BUDGET = 100;

    private record RowKey(ExpressionCode code, List<Integer> operands) {}

    private final Graph graph;
    private final PointTensors tiles;
    private final Map<Tensor, Integer> uses = new IdentityHashMap<>();
    /** Maps whose result is needed as such. */
    private final Set<Tensor> stored = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<Tensor, Tensor> rewritten = new IdentityHashMap<>();
    private final Map<Tensor, Formula> formulas = new IdentityHashMap<>();
    private final Map<RowKey, Tensor> oneRows = new HashMap<>();
    /** The new program. */
    private final List<Tensor> tensors = new ArrayList<>();

    private final Map<Tensor, Integer> numbers = new IdentityHashMap<>();

    private Fusion(Graph graph) {
        this.graph = graph;
        this.tiles = PointTensors.of(graph);
    }

    static Graph fuse(Graph graph) {
        return new Fusion(graph).fuse();
    }

    private Graph fuse() {
        graph.outputs().values().forEach(output -> {
            uses.merge(output, 1, Integer::sum);
            stored.add(output);
        });
        for (Tensor tensor : graph.tensors().reversed()) {
            if (isUsed(tensor)) {
                tensor.operands().forEach(operand -> count(operand, tensor));
            }
        }
        for (Tensor tensor : graph.tensors()) {
            if (isLeaf(tensor) || isUsed(tensor) && !mayBePart(tensor)) {
                rewrite(tensor);
            }
        }
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        graph.outputs().forEach((name, tensor) -> outputs.put(name, rewrite(tensor)));
        return new Graph(tensors, outputs);
    }

    private void count(Tensor operand, Tensor user) {
        uses.merge(operand, 1, Integer::sum);
        boolean takesExpressions = switch (user) {
            case Tensor.Map map -> !isBiasSum(map);
            case Tensor.Expand expand -> true;
            case Tensor.Reduce reduce -> reduce.axis() == 1;
            default -> false;
        };
        boolean perFeature = tiles.contains(user) && readsFeatures(user) > 1;
        if (!takesExpressions || perFeature && tiles.isOneRow(operand)) {
            stored.add(operand);
        }
    }

    private static int readsFeatures(Tensor user) {
        Tensor loop = user instanceof Tensor.Reduce reduce ? reduce.operand() : user;
        return loop.shape().extent(-1);
    }

    private boolean isUsed(Tensor tensor) {
        return uses.containsKey(tensor);
    }

    /** Leaves are kept even if nothing reads them: the ordinals of weights stay what they are. */
    private static boolean isLeaf(Tensor tensor) {
        return tensor.operands().isEmpty();
    }

    /** Whether a tensor may become a part of the expressions that read it. */
    private boolean mayBePart(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Map map -> !stored.contains(map) && !isBiasSum(map);
            case Tensor.Expand expand -> !stored.contains(expand);
            default -> false;
        };
    }

    /** The last part of an affine step, which adds its bias at no cost. */
    private boolean isBiasSum(Tensor.Map map) {
        return Patterns.isBiasSum(map) && uses.getOrDefault(map.operands().getFirst(), 0) == 1;
    }

    /** The tensor of the new program that has the value of one of the old. */
    private Tensor rewrite(Tensor tensor) {
        Tensor known = rewritten.get(tensor);
        if (known == null) {
            known = switch (tensor) {
                case Tensor.Map map when !isBiasSum(map) -> store(formula(map), map);
                case Tensor.Expand expand -> store(formula(expand), expand);
                case Tensor.Reduce reduce -> reduce(reduce);
                default ->
                    add(tensor.withOperands(
                            tensor.operands().stream().map(this::rewrite).toList()));
            };
            rewritten.put(tensor, known);
        }
        return known;
    }

    private Tensor reduce(Tensor.Reduce reduce) {
        Tensor operand = reduce.operand();
        Formula formula = reduce.axis() == 1 ? argument(operand, Patterns.REDUCE_BUDGET) : Formula.of(rewrite(operand));
        Tensor first = formula.operands().getFirst();
        boolean whole = formula.isTensor() && first.shape().equals(operand.shape());
        Tensor input = whole ? first : store(formula, operand);
        return add(new Tensor.Reduce(reduce.reduction(), input, reduce.axis(), reduce.shape()));
    }

    /** The formula of a map or an expansion. */
    private Formula formula(Tensor tensor) {
        Formula known = formulas.get(tensor);
        if (known == null) {
            Scalar expression = tensor instanceof Tensor.Map map ? map.expression() : Scalar.input(0);
            int budget = MAP_BUDGET - Formula.cost(expression);
            List<Formula> arguments = new ArrayList<>();
            for (Tensor operand : tensor.operands()) {
                Formula argument = argument(operand, budget);
                budget -= argument.cost();
                arguments.add(argument);
            }
            known = Formula.of(expression, arguments);
            formulas.put(tensor, known);
        }
        return known;
    }

    /** What stands for an operand in an expression: its own, or the stored tensor. */
    private Formula argument(Tensor operand, int budget) {
        if (mayBePart(operand)) {
            Formula formula = formula(operand);
            int cost = formula.cost();
            boolean once = uses.getOrDefault(operand, 0) == 1;
            if (!tiles.contains(operand) || cost <= CHEAP || once && cost <= budget) {
                return formula;
            }
        }
        return Formula.of(rewrite(operand));
    }

    /** A map of that formula with the shape of a tensor of the old program. */
    private Tensor store(Formula formula, Tensor like) {
        boolean perFeature = tiles.contains(like) && like.shape().extent(1) > 1;
        Formula whole = (perFeature ? withRowsOut(formula, like) : formula).trimmed();
        return add(new Tensor.Map(whole.expression(), whole.operands(), like.shape()));
    }

    /** Takes the largest parts that are the same for all features out of an expression. */
    private Formula withRowsOut(Formula formula, Tensor like) {
        List<Tensor> operands = new ArrayList<>(formula.operands());
        Map<Scalar, Reach> known = new IdentityHashMap<>();
        Scalar rest = new Rewriting(part -> isLeaf(part) || reach(part, formula, known) != Reach.ONE_ROW
                        ? null
                        : Scalar.input(Formula.position(oneRow(part, formula, like), operands)))
                .apply(formula.expression());
        return new Formula(rest, operands);
    }

    /** What the value of a part of an expression depends on; a later one hides an earlier one. */
    private enum Reach {
        NUMBERS,
        ONE_ROW,
        FEATURES
    }

    private Reach reach(Scalar part, Formula formula, Map<Scalar, Reach> known) {
        Reach reach = known.get(part);
        if (reach == null) {
            reach = switch (part) {
                case Scalar.Constant constant -> Reach.NUMBERS;
                case Scalar.Input input -> reach(formula.operands().get(input.index()));
                case Scalar.Unary u -> reach(u.operand(), formula, known);
                case Scalar.Binary b -> farther(List.of(b.left(), b.right()), formula, known);
                case Scalar.Select s -> farther(List.of(s.left(), s.right(), s.then(), s.otherwise()), formula, known);
            };
            known.put(part, reach);
        }
        return reach;
    }

    private Reach farther(List<Scalar> parts, Formula formula, Map<Scalar, Reach> known) {
        return Collections.max(
                parts.stream().map(part -> reach(part, formula, known)).toList());
    }

    private Reach reach(Tensor operand) {
        if (operand.shape().size() == 1 && !tiles.contains(operand)) {
            return Reach.NUMBERS;
        }
        return tiles.isOneRow(operand) ? Reach.ONE_ROW : Reach.FEATURES;
    }

    private static boolean isLeaf(Scalar part) {
        return part instanceof Scalar.Input || part instanceof Scalar.Constant;
    }

    private Tensor oneRow(Scalar part, Formula formula, Tensor like) {
        Formula row = new Formula(part, formula.operands()).trimmed();
        List<Integer> operands =
                row.operands().stream().map(operand -> numbers.get(operand)).toList();
        return oneRows.computeIfAbsent(
                new RowKey(ExpressionCode.of(row.expression()), operands),
                key -> add(new Tensor.Map(
                        row.expression(), row.operands(), like.shape().with(1, 1))));
    }

    private Tensor add(Tensor tensor) {
        numbers.put(tensor, tensors.size());
        tensors.add(tensor);
        tiles.add(tensor);
        return tensor;
    }
}
