package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Cell;

/** Turns a study into cells and batches. */
final class Planner {
    private final ResolvedStudy resolved;
    private final List<Parameter> order;
    private final List<String> structural;
    private final Map<String, Cell> known = new HashMap<>();

    /** The cells of each structure, in the order in which they are first met. */
    private final Map<List<Object>, List<Cell>> structures = new LinkedHashMap<>();

    Planner(ResolvedStudy resolved) {
        this.resolved = resolved;
        List<Parameter> all = resolved.task().parameters().parameters();
        List<Parameter> compiled = all.stream().filter(p -> !p.runTime()).toList();
        this.structural = compiled.stream().map(Parameter::name).toList();
        this.order = new ArrayList<>(compiled);
        order.addAll(all.stream().filter(Parameter::runTime).toList());
    }

    Plan plan() {
        Study study = resolved.study();
        study.cellSets().forEach(this::add);
        study.nullModels().forEach(model -> add(model.parameters()));
        List<Cell> cells = new ArrayList<>();
        List<Batches.Structure> structured = new ArrayList<>();
        structures.values().forEach(some -> {
            cells.addAll(some);
            int most = resolved.task().batchSize(some.getFirst().parameters());
            structured.add(new Batches.Structure(some.size(), most));
        });
        return new Plan(resolved, cells, new Batches(study.seed(), study.seeds(), cells, structured));
    }

    private void add(Map<String, List<Object>> set) {
        add(set, 0, new LinkedHashMap<>());
    }

    /** Compile-time parameters vary slowest, so that a plan without sweeps visits one structure after another. */
    private void add(Map<String, List<Object>> set, int position, Map<String, Object> chosen) {
        if (position == order.size()) {
            add(resolved.task().parameters().resolve(chosen));
            return;
        }
        Parameter parameter = order.get(position);
        for (Object value : set.getOrDefault(parameter.name(), List.of(parameter.initial()))) {
            chosen.put(parameter.name(), value);
            add(set, position + 1, chosen);
        }
    }

    private void add(Parameters parameters) {
        Cell cell = new Cell(CellId.of(resolved.task().id(), parameters), parameters);
        Cell other = known.putIfAbsent(cell.id(), cell);
        if (other == null) {
            List<Object> structure = structural.stream().map(parameters::get).toList();
            structures.computeIfAbsent(structure, s -> new ArrayList<>()).add(cell);
        } else if (!other.equals(cell)) {
            throw new IllegalStateException(
                    "two cells have the id " + cell.id() + ": " + other.parameters() + " and " + parameters);
        }
    }
}
