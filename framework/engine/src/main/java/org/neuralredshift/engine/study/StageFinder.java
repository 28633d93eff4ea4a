package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.api.task.Task;

/** At which stages the networks of a study are measured: those of all its structures together. */
final class StageFinder {
    /** Beyond so many structures only those are asked that differ from the first in one parameter. */
    private static final long MOST = 20_000;

    private final Task task;
    private final Set<String> found = new LinkedHashSet<>();

    private StageFinder(Task task) {
        this.task = task;
    }

    /** The first stage, then numbers of steps ascending, others as they come, and the last. */
    static List<String> of(Task task, CellSpace space) {
        StageFinder finder = new StageFinder(task);
        space.sets().forEach(finder::ask);
        List<String> stages = new ArrayList<>(finder.found);
        stages.sort(Comparator.comparingInt(StageFinder::kind)
                .thenComparingLong(stage -> Stages.isSteps(stage) ? Long.parseLong(stage) : 0));
        return stages;
    }

    private static int kind(String stage) {
        return switch (stage) {
            case Stages.INITIAL -> 0;
            case Stages.FINAL -> 3;
            default -> Stages.isSteps(stage) ? 1 : 2;
        };
    }

    private void ask(Map<String, List<Object>> set) {
        Map<String, List<Object>> structural = new LinkedHashMap<>();
        long size = 1;
        for (Parameter parameter : task.parameters().parameters()) {
            List<Object> values = set.getOrDefault(parameter.name(), List.of(parameter.initial()));
            structural.put(parameter.name(), parameter.runTime() ? values.subList(0, 1) : values);
            size = Math.min(MOST + 1, size * structural.get(parameter.name()).size());
        }
        if (size <= MOST) {
            Combinations.of(structural).forEach(this::askCell);
            return;
        }
        Map<String, Object> first = new LinkedHashMap<>();
        structural.forEach((name, values) -> first.put(name, values.getFirst()));
        structural.forEach((name, values) -> values.forEach(value -> {
            Map<String, Object> cell = new LinkedHashMap<>(first);
            cell.put(name, value);
            askCell(cell);
        }));
    }

    private void askCell(Map<String, Object> cell) {
        found.addAll(task.stages(task.parameters().resolve(cell)));
    }
}
