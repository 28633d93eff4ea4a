package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Extensions;
import org.neuralredshift.api.task.Quantity;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.api.task.Task;

/** What the task of a study measures, and at which stages: that of all its structures together. */
final class MeasuredFinder {
    /** Beyond so many structures only those are asked that differ from the first in one parameter. */
    private static final long MOST = 20_000;

    private final Task task;
    private final Extensions extensions;
    private final Set<String> stages = new LinkedHashSet<>();
    private final Map<String, Quantity> quantities = new LinkedHashMap<>();

    private MeasuredFinder(Task task, Extensions extensions) {
        this.task = task;
        this.extensions = extensions;
    }

    /**
     * Quantities as they come; the first stage, then numbers of steps ascending, others as they come, and the last.
     *
     * @throws org.neuralredshift.api.parameter.InvalidParameterException if the task refuses the parameters of a cell
     */
    static Measured of(Task task, CellSpace space, Extensions extensions) {
        MeasuredFinder finder = new MeasuredFinder(task, extensions);
        space.sets().forEach(finder::ask);
        List<String> stages = new ArrayList<>(finder.stages);
        stages.sort(Comparator.comparingInt(MeasuredFinder::kind)
                .thenComparingLong(stage -> Stages.isSteps(stage) ? Long.parseLong(stage) : 0));
        return new Measured(List.copyOf(finder.quantities.values()), stages);
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
        Parameters parameters = task.parameters().resolve(cell);
        stages.addAll(task.stages(parameters));
        task.quantities(parameters, extensions).forEach(quantity -> quantities.putIfAbsent(quantity.name(), quantity));
    }
}
