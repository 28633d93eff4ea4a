package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures or the claims of a study, checked.
 *
 * @param kept as plain data
 * @param leftOut sentences that name the others
 */
record Entries(List<Map<String, Object>> kept, List<String> leftOut) {
    Entries {
        kept = List.copyOf(kept);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads a list of entries.
     *
     * @param narrowed whether the command line chose the cells: then entries of the file that ask for others are left out
     * @param help how to write an entry
     * @param reader of one, which tells every mistake in it
     */
    static Entries read(
            @Nullable YamlNode node,
            boolean narrowed,
            String help,
            Function<YamlNode.Mapping, Map<String, Object>> reader) {
        if (node == null) {
            return new Entries(List.of(), List.of());
        }
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw node.mistake("must be a list", help);
        }
        List<Map<String, Object>> kept = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            try {
                kept.add(reader.apply(item.mapping(help)));
            } catch (AbsentCellsException e) {
                if (!narrowed || item.place().isOption()) {
                    throw e.mistake();
                }
                leftOut.add(item.path() + " is left out, as the command line chose the networks: "
                        + e.mistake().getMessage());
            }
        }
        return new Entries(kept, leftOut);
    }
}
