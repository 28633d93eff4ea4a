package org.neuralredshift.tasks.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.training.Table;

/**
 * Networks that are trained together: they have one table, of which each takes its own rows, as many as the others.
 *
 * @param table of all
 * @param pupils the networks of each seed, which learn the same examples
 */
record Cohort(Table table, List<Pupils> pupils) {
    /** Numbers of a table of several seeds at most: 64 MiB. */
    private static final int MOST_NUMBERS = 1 << 24;

    /**
     * The networks of a seed.
     *
     * @param rows of the table that they are trained on
     */
    record Pupils(long seed, Examples examples, int[] rows, List<Trial> trials) {}

    /** All networks, those of a seed one after another. */
    List<Trial> trials() {
        return trials(pupils);
    }

    private static List<Trial> trials(List<Pupils> pupils) {
        return pupils.stream().flatMap(some -> some.trials().stream()).toList();
    }

    /**
     * Trials in as few groups as there can be, each of them good for a cohort. Examples are made anew for each cohort, for those of
     * all may be more than memory holds.
     *
     * @param lessons the examples of a seed
     * @param most networks of a cohort
     */
    static List<List<Trial>> groups(List<Trial> trials, LongFunction<Examples> lessons, int most) {
        List<List<Trial>> groups = new ArrayList<>();
        Draft draft = new Draft();
        for (Map.Entry<Long, List<Trial>> entry : bySeed(trials).entrySet()) {
            Examples examples = lessons.apply(entry.getKey());
            List<Trial> all = entry.getValue();
            for (int from = 0; from < all.size(); from += most) {
                List<Trial> some = all.subList(from, Math.min(all.size(), from + most));
                if (!draft.takes(examples, some.size(), most)) {
                    groups.add(draft.trials());
                    draft = new Draft();
                }
                draft.add(entry.getKey(), examples, some);
            }
        }
        groups.add(draft.trials());
        return groups;
    }

    /** The cohort of a group. */
    static Cohort of(List<Trial> group, LongFunction<Examples> lessons) {
        Draft draft = new Draft();
        bySeed(group).forEach((seed, trials) -> draft.add(seed, lessons.apply(seed), trials));
        return draft.cohort();
    }

    private static Map<Long, List<Trial>> bySeed(List<Trial> trials) {
        Map<Long, List<Trial>> bySeed = new LinkedHashMap<>();
        trials.forEach(trial ->
                bySeed.computeIfAbsent(trial.seed(), s -> new ArrayList<>()).add(trial));
        return bySeed;
    }

    /** A cohort in the making. */
    private static final class Draft {
        private final List<Pupils> pupils = new ArrayList<>();
        /** The different tables, each once. */
        private final List<Examples> tables = new ArrayList<>();

        boolean takes(Examples examples, int count, int most) {
            if (pupils.isEmpty()) {
                return true;
            }
            int networks =
                    pupils.stream().mapToInt(some -> some.trials().size()).sum();
            long numbers = isKnown(examples)
                    ? 0
                    : tables.stream().mapToLong(table -> table.inputs().length).sum() + examples.inputs().length;
            return networks + count <= most
                    && numbers <= MOST_NUMBERS
                    && examples.train().length == pupils.getFirst().rows().length;
        }

        private boolean isKnown(Examples examples) {
            return tables.stream().anyMatch(table -> isSame(table, examples));
        }

        private static boolean isSame(Examples table, Examples other) {
            return table.inputs() == other.inputs() && table.labels() == other.labels();
        }

        void add(long seed, Examples examples, List<Trial> trials) {
            if (!isKnown(examples)) {
                tables.add(examples);
            }
            int before = 0;
            for (Examples table : tables) {
                if (isSame(table, examples)) {
                    break;
                }
                before += table.count();
            }
            int[] rows = examples.train().clone();
            for (int i = 0; i < rows.length; i++) {
                rows[i] += before;
            }
            pupils.add(new Pupils(seed, examples, rows, List.copyOf(trials)));
        }

        List<Trial> trials() {
            return Cohort.trials(pupils);
        }

        Cohort cohort() {
            Examples first = tables.getFirst();
            if (tables.size() == 1) {
                return new Cohort(table(first, first.inputs(), first.labels()), pupils);
            }
            return new Cohort(
                    table(
                            first,
                            joined(tables.stream().map(Examples::inputs).toList()),
                            joined(tables.stream().map(Examples::labels).toList())),
                    pupils);
        }

        private static Table table(Examples first, float[] inputs, float[] labels) {
            return new Table(first.features(), inputs, first.targets(), labels);
        }

        private static float[] joined(List<float[]> parts) {
            float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
            int at = 0;
            for (float[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return all;
        }
    }
}
