package org.neuralredshift.backends.cpu;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.graph.Tensor;

/** A pass while its place is sought: what must come before it. */
final class PassNode {
    private final int number;
    private Work work;
    private Rate rate;
    private boolean neededInEachStep;
    private final Set<PassNode> before = new HashSet<>();
    /** Those of {@link #before} that cannot be part of the same loop: they read elsewhere what this one writes. */
    private final Set<PassNode> apart = new HashSet<>();

    private final Map<Tensor, Tensor.State> states = new IdentityHashMap<>();

    PassNode(int number, Work work, Rate rate) {
        this.number = number;
        this.work = work;
        this.rate = rate;
    }

    Work work() {
        return work;
    }

    Rate rate() {
        return rate;
    }

    void setRate(Rate rate) {
        this.rate = rate;
    }

    Set<PassNode> before() {
        return before;
    }

    void after(PassNode other) {
        before.add(other);
    }

    void after(PassNode other, boolean apart) {
        before.add(other);
        if (apart) {
            this.apart.add(other);
        }
    }

    /** One of its results is written into the place of a state. */
    void replaces(Tensor result, Tensor.State state) {
        states.put(result, state);
    }

    boolean writesStates() {
        return !states.isEmpty();
    }

    boolean replaces(Tensor result) {
        return states.containsKey(result);
    }

    void setNeededInEachStep() {
        neededInEachStep = true;
    }

    boolean reads(Tensor.State state) {
        return work.reads().stream().anyMatch(read -> WorkOrder.root(read) == state);
    }

    /** Whether it reads a state otherwise than element by element in the order in which it writes. */
    boolean readsRearranged(Tensor.State state) {
        return work.reads().stream()
                .anyMatch(read -> WorkOrder.root(read) == state
                        && !(read == state
                                && work instanceof Work.Mapping map
                                && map.shape().equals(state.shape())));
    }

    /** Whether something orders it behind another one. */
    boolean comesAfter(PassNode other) {
        Set<PassNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<PassNode> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            for (PassNode node : open.pop().before) {
                if (node == other) {
                    return true;
                }
                if (seen.add(node)) {
                    open.push(node);
                }
            }
        }
        return false;
    }

    /** Whether both may be one loop: same elements, and nothing must come between them. */
    boolean canTake(PassNode other) {
        return rate == other.rate
                && neededInEachStep == other.neededInEachStep
                && !apart.contains(other)
                && !other.apart.contains(this)
                && before.stream().noneMatch(node -> node != other && node.comesAfter(other))
                && other.before.stream().noneMatch(node -> node != this && node.comesAfter(this));
    }

    /** Does what another one does as well, by a work for both. */
    void take(PassNode other, Work both, List<PassNode> all) {
        work = both;
        before.addAll(other.before);
        apart.addAll(other.apart);
        states.putAll(other.states);
        before.remove(other);
        before.remove(this);
        for (PassNode node : all) {
            if (node.before.remove(other) && node != this) {
                node.before.add(this);
            }
            if (node.apart.remove(other) && node != this) {
                node.apart.add(this);
            }
        }
    }

    void setWork(Work changed) {
        work = changed;
    }

    WorkOrder.Ordered ordered() {
        boolean last = rate == Rate.STEP && !neededInEachStep;
        return new WorkOrder.Ordered(work, rate, last, states);
    }

    @Override
    public String toString() {
        return number + ": " + work;
    }
}
