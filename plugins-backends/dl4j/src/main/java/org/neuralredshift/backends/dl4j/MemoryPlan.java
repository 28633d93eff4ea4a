package org.neuralredshift.backends.dl4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which results share memory: those of one network that are never needed at the same time. What networks share keeps its own,
 * for every network reads it.
 */
final class MemoryPlan {
    private final Map<Storage, Integer> slots = new IdentityHashMap<>();
    private final Map<Storage, Integer> lastUse = new IdentityHashMap<>();
    private final List<Long> bytes = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();

    MemoryPlan(Program program) {
        List<Instruction> instructions = program.instructions();
        for (int i = 0; i < instructions.size(); i++) {
            for (Value operand : instructions.get(i).operands()) {
                lastUse.put(operand.storage(), i);
            }
            lastUse.put(instructions.get(i).result().storage(), i);
        }
        keep(program.outputs().values(), instructions.size());
        keep(program.updates().values(), instructions.size());
        if (!program.graph().states().isEmpty()) {
            // Loaded once for all steps.
            keep(program.scalars().values(), instructions.size());
            keep(program.weights().values(), instructions.size());
        }
        placeAll(program.constants().keySet());
        placeAll(program.inputs().values());
        placeAll(program.scalars().values());
        placeAll(program.weights().values());
        placeAll(program.states().values());
        for (int i = 0; i < instructions.size(); i++) {
            place(instructions.get(i), i);
        }
    }

    private void keep(Collection<Value> values, int end) {
        values.forEach(value -> lastUse.put(value.storage(), end));
    }

    private void placeAll(Collection<Value> leaves) {
        leaves.forEach(leaf -> slots.put(leaf.storage(), newSlot(leaf.storage())));
    }

    private void place(Instruction instruction, int position) {
        Value result = instruction.result();
        List<Integer> dying = new ArrayList<>();
        for (Value operand : instruction.operands()) {
            Storage storage = operand.storage();
            if (storage.perNetwork() && ends(storage, position) && storage != result.storage()) {
                int slot = slot(storage);
                boolean fits = result.perNetwork()
                        && instruction.operation().isElementwise()
                        && operand.shape().equals(result.shape())
                        && operand.type().bytes() == result.type().bytes();
                if (fits && !slots.containsKey(result.storage())) {
                    slots.put(result.storage(), slot);
                } else if (!dying.contains(slot)) {
                    dying.add(slot);
                }
            }
        }
        if (!slots.containsKey(result.storage())) {
            slots.put(result.storage(), result.perNetwork() ? reuse(result.storage()) : newSlot(result.storage()));
        }
        dying.remove((Integer) slot(result.storage()));
        free.addAll(dying);
        if (result.perNetwork() && ends(result.storage(), position)) {
            free.add(slot(result.storage()));
        }
    }

    private boolean ends(Storage storage, int position) {
        return lastUse.getOrDefault(storage, -1) == position;
    }

    /** The smallest free slot that is large enough, or a new one. */
    private int reuse(Storage storage) {
        Integer best = null;
        for (Integer candidate : free) {
            if (bytes.get(candidate) >= storage.bytes() && (best == null || bytes.get(candidate) < bytes.get(best))) {
                best = candidate;
            }
        }
        if (best == null) {
            return newSlot(storage);
        }
        free.remove(best);
        return best;
    }

    private int newSlot(Storage storage) {
        bytes.add(storage.bytes());
        return bytes.size() - 1;
    }

    /** The number of the slot of a result. */
    int slot(Storage storage) {
        Integer slot = slots.get(storage);
        if (slot == null) {
            throw new IllegalArgumentException("result " + storage.number() + " is never computed");
        }
        return slot;
    }

    /** How large each slot is. */
    List<Long> bytes() {
        return List.copyOf(bytes);
    }
}
