package org.neuralredshift.engine.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.task.Stages;

/** Rows as observations. */
public final class Observations {
    private static final String METRIC = "metric";
    private static final String VARIANT = "variant";
    private static final String VALUE = "value";
    private static final String STANDARD = "standard";

    private Observations() {}

    /** Every row, in order; those of a cell share its parameters. */
    public static List<Observation> of(Table table, Iterable<String> parameters) {
        List<Observation> observations = new ArrayList<>(table.size());
        Map<String, Map<String, Object>> cells = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            int at = row;
            String cell = table.text(RowSchema.CELL, row);
            observations.add(new Observation(
                    cell,
                    cells.computeIfAbsent(cell, id -> table.values(parameters, at)),
                    (long) table.real(RowSchema.SEED, row),
                    Stages.label(label(table.text(METRIC, row), table.text(VARIANT, row)), stage(table, row)),
                    table.text(RowSchema.STATUS, row),
                    table.real(VALUE, row)));
        }
        return observations;
    }

    /** The stage of a row; the last where there is none. */
    static String stage(Table table, int row) {
        return table.find(Stages.COLUMN).isPresent() ? table.text(Stages.COLUMN, row) : Stages.FINAL;
    }

    /** Those of some labels that any network has; what a task can measure, but does not of this study's networks, is left out. */
    public static List<String> measured(List<String> labels, List<Observation> observations) {
        Set<String> found = new HashSet<>();
        observations.forEach(observation -> found.add(observation.metric()));
        return labels.stream().filter(found::contains).toList();
    }

    /** The label by which studies name a metric, from the name and the variant in a row. */
    public static String label(String name, String variant) {
        String[] words = variant.split(",", 2);
        String base = variant.isEmpty() || words[0].equals(STANDARD) ? name : name + ":" + words[0];
        return words.length == 2 ? base + "[" + words[1] + "]" : base;
    }
}
