package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Cell;

/** Turns a study into cells and batches. */
final class Planner {
    private final ResolvedStudy resolved;
    private final List<Parameter> order;

    Planner(ResolvedStudy resolved) {
        this.resolved = resolved;
        List<Parameter> all = resolved.task().parameters().parameters();
        this.order = new ArrayList<>(all.stream().filter(p -> !p.runTime()).toList());
        order.addAll(all.stream().filter(Parameter::runTime).toList());
    }

    Plan plan() {
        List<Cell> cells = new ArrayList<>();
        addCells(0, new LinkedHashMap<>(), cells);
        Set<String> ids = new HashSet<>();
        for (Cell cell : cells) {
            if (!ids.add(cell.id())) {
                throw new IllegalStateException("two cells have the id " + cell.id() + ": " + cell.parameters());
            }
        }
        Study study = resolved.study();
        return new Plan(resolved, cells, new Batches(study.seed(), study.seeds(), cells, cellsOfStructure()));
    }

    /** Compile-time parameters vary slowest, so that cells of one structure are neighbours. */
    private void addCells(int position, Map<String, Object> chosen, List<Cell> out) {
        if (position == order.size()) {
            out.add(cell(chosen));
            return;
        }
        String name = order.get(position).name();
        for (Object value : resolved.study().values(name)) {
            chosen.put(name, value);
            addCells(position + 1, chosen, out);
        }
    }

    private Cell cell(Map<String, Object> chosen) {
        Parameters parameters = resolved.task().parameters().resolve(chosen);
        return new Cell(CellId.of(resolved.task().id(), parameters), parameters);
    }

    /** Run-time parameters vary fastest, so every combination of them is one run of cells. */
    private int cellsOfStructure() {
        return order.stream()
                .filter(Parameter::runTime)
                .mapToInt(parameter -> resolved.study().values(parameter.name()).size())
                .reduce(1, Math::multiplyExact);
    }
}
