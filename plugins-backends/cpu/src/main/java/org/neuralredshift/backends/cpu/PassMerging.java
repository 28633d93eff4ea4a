package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Tensor;

/**
 * Makes one pass of element-wise passes over the same elements, if one reads what another computes or both read the same
 * matrix: each is loaded once, and what nobody else reads is never stored.
 */
final class PassMerging {
    /** What one loop may cost, in additions: beyond it registers run out. */
    private static final int BUDGET = 120;
    /** The same for numbers, where nothing has to stay in a register. */
    private static final int NUMBER_BUDGET = 400;

    private static final int MOST_OPERANDS = 14;

    private final List<PassNode> nodes;

    private PassMerging(List<PassNode> nodes) {
        this.nodes = nodes;
    }

    /**
     * Merges passes.
     *
     * @param neededElsewhere whether a result of a pass is read outside it
     */
    static void merge(List<PassNode> nodes, BiPredicate<Tensor, PassNode> neededElsewhere) {
        new PassMerging(nodes).merge();
        for (PassNode node : nodes) {
            if (node.work() instanceof Work.Mapping map && map.results().size() > 1) {
                node.setWork(onlyNeeded(map, node, neededElsewhere));
            }
        }
    }

    private void merge() {
        for (int first = 0; first < nodes.size(); first++) {
            for (int second = first + 1; second < nodes.size(); second++) {
                PassNode a = nodes.get(first);
                PassNode b = nodes.get(second);
                if (a.work() instanceof Work.Mapping one
                        && b.work() instanceof Work.Mapping other
                        && isWorthwhile(one, other)
                        && a.canTake(b)) {
                    boolean ahead = b.comesAfter(a) || !a.comesAfter(b);
                    Work.Mapping both = ahead ? joined(one, other) : joined(other, one);
                    if (isSmall(both)) {
                        a.take(b, both, nodes);
                        nodes.remove(second);
                        second = first;
                    }
                }
            }
        }
    }

    private static boolean isWorthwhile(Work.Mapping a, Work.Mapping b) {
        if (!a.shape().equals(b.shape())) {
            return false;
        }
        return a.shape().size() == 1
                || a.operands().stream().anyMatch(operand -> position(operand, b.results()) >= 0)
                || b.operands().stream().anyMatch(operand -> position(operand, a.results()) >= 0)
                || a.operands().stream()
                        .anyMatch(operand ->
                                operand.shape().size() == a.shape().size() && position(operand, b.operands()) >= 0);
    }

    /** Where a tensor, and not one that equals it, stands in a list; -1 if it does not. */
    private static int position(Tensor tensor, List<Tensor> list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == tensor) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSmall(Work.Mapping map) {
        int cost = 0;
        for (Scalar expression : map.expressions()) {
            cost += Formula.cost(expression);
        }
        boolean number = map.shape().size() == 1;
        return cost <= (number ? NUMBER_BUDGET : BUDGET)
                && (number || map.operands().size() <= MOST_OPERANDS);
    }

    /** Both, where {@code second} may read results of {@code first}. */
    private static Work.Mapping joined(Work.Mapping first, Work.Mapping second) {
        List<Tensor> operands = new ArrayList<>(first.operands());
        List<Scalar> expressions = new ArrayList<>(first.expressions());
        List<Scalar> inputs = new ArrayList<>();
        for (Tensor operand : second.operands()) {
            int result = position(operand, first.results());
            inputs.add(
                    result < 0
                            ? Scalar.input(Formula.position(operand, operands))
                            : first.expressions().get(result));
        }
        Rewriting renaming = new Rewriting(part -> part instanceof Scalar.Input i ? inputs.get(i.index()) : null);
        second.expressions().forEach(expression -> expressions.add(renaming.apply(expression)));
        List<Tensor> results = new ArrayList<>(first.results());
        results.addAll(second.results());
        return new Work.Mapping(results, expressions, operands, first.shape());
    }

    private static Work.Mapping onlyNeeded(
            Work.Mapping map, PassNode node, BiPredicate<Tensor, PassNode> neededElsewhere) {
        List<Tensor> results = new ArrayList<>();
        List<Scalar> expressions = new ArrayList<>();
        for (int i = 0; i < map.results().size(); i++) {
            Tensor result = map.results().get(i);
            if (node.replaces(result) || neededElsewhere.test(result, node)) {
                results.add(result);
                expressions.add(map.expressions().get(i));
            }
        }
        return new Work.Mapping(results, expressions, map.operands(), map.shape());
    }
}
