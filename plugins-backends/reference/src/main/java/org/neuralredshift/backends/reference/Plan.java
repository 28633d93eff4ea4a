package org.neuralredshift.backends.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/**
 * What is known of a graph before it runs: the position of every tensor, whether it exists once per network, and the
 * slot of memory that holds it. Tensors that are never needed at the same time share a slot.
 */
final class Plan {
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Graph graph;
    private final Map<Tensor, Integer> positions = new IdentityHashMap<>();
    private final boolean[] perNetwork;
    private final int[] slots;
    private final List<Integer> slotSizes = new ArrayList<>();

    /** @throws UnsupportedGraphException if a tensor is too large for one array */
    Plan(Graph graph) {
        this.graph = graph;
        int count = graph.tensors().size();
        Set<Tensor> ofNetworks = graph.perNetwork();
        this.perNetwork = new boolean[count];
        this.slots = new int[count];
        int[] lastUse = new int[count];
        for (int position = 0; position < count; position++) {
            Tensor tensor = graph.tensors().get(position);
            checkSize(tensor);
            perNetwork[position] = ofNetworks.contains(tensor);
            lastUse[position] = position;
            for (Tensor operand : tensor.operands()) {
                int earlier = position(operand);
                lastUse[earlier] = position;
            }
            positions.put(tensor, position);
        }
        graph.outputs().values().forEach(output -> lastUse[position(output)] = count);
        graph.updates().values().forEach(update -> lastUse[position(update)] = count);
        assignSlots(lastUse);
    }

    private static void checkSize(Tensor tensor) {
        if (tensor.shape().size() > LARGEST_ARRAY) {
            throw new UnsupportedGraphException("the backend reference keeps a tensor in one array of at most "
                    + LARGEST_ARRAY + " elements, and this "
                    + tensor.getClass().getSimpleName() + " is " + tensor.shape()
                    + ": evaluate fewer points at once");
        }
    }

    /** A slot is free again after the last use; shared tensors keep theirs, for every network reads them. */
    private void assignSlots(int[] lastUse) {
        List<Integer> free = new ArrayList<>();
        for (int position = 0; position < slots.length; position++) {
            slots[position] = perNetwork[position] ? reuse(free, size(position)) : newSlot(size(position));
            for (int earlier = 0; earlier <= position; earlier++) {
                if (perNetwork[earlier] && lastUse[earlier] == position) {
                    free.add(slots[earlier]);
                }
            }
        }
    }

    private int reuse(List<Integer> free, int size) {
        for (int candidate = 0; candidate < free.size(); candidate++) {
            if (slotSizes.get(free.get(candidate)) == size) {
                return free.remove(candidate);
            }
        }
        return newSlot(size);
    }

    private int newSlot(int size) {
        slotSizes.add(size);
        return slotSizes.size() - 1;
    }

    /** The program. */
    Graph graph() {
        return graph;
    }

    /** The tensor at a position. */
    Tensor tensor(int position) {
        return graph.tensors().get(position);
    }

    /** The number of tensors. */
    int count() {
        return slots.length;
    }

    /** Where a tensor stands in the program. */
    int position(Tensor tensor) {
        Integer position = positions.get(tensor);
        if (position == null) {
            throw new IllegalArgumentException("a " + tensor.getClass().getSimpleName() + " of shape " + tensor.shape()
                    + " is used, but is not in the graph before its use: build every tensor with one GraphBuilder");
        }
        return position;
    }

    /** Whether the tensor at a position has one value per network. */
    boolean perNetwork(int position) {
        return perNetwork[position];
    }

    /** The number of elements of the tensor at a position. */
    int size(int position) {
        return (int) tensor(position).shape().size();
    }

    /** The slot of the tensor at a position. */
    int slot(int position) {
        return slots[position];
    }

    /** Memory for every slot. */
    double[][] allocate() {
        double[][] memory = new double[slotSizes.size()][];
        Arrays.setAll(memory, slot -> new double[slotSizes.get(slot)]);
        return memory;
    }
}
