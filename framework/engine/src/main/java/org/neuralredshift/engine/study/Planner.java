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
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/** Turns a study into cells and batches. */
final class Planner {
    /** Trials of a batch at most: enough to pay for a compiled program, few enough to lose little at a kill. */
    static final int BATCH = 256;

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
        return new Plan(resolved, cells, batches(cells));
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

    private List<TrialBatch> batches(List<Cell> cells) {
        List<TrialBatch> batches = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        List<Object> structure = List.of();
        for (Cell cell : cells) {
            List<Object> next = structure(cell);
            if (!next.equals(structure)) {
                split(trials, batches);
                trials.clear();
                structure = next;
            }
            for (long seed : resolved.study().seeds()) {
                trials.add(new Trial(cell, seed));
            }
        }
        split(trials, batches);
        return batches;
    }

    private List<Object> structure(Cell cell) {
        return order.stream()
                .filter(parameter -> !parameter.runTime())
                .map(parameter -> cell.parameters().get(parameter.name()))
                .toList();
    }

    /** Cuts the trials of one structure into batches of about equal size. */
    private void split(List<Trial> trials, List<TrialBatch> out) {
        int count = (trials.size() + BATCH - 1) / BATCH;
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) trials.size() * i / count);
            int to = (int) ((long) trials.size() * (i + 1) / count);
            out.add(new TrialBatch(resolved.study().seed(), trials.subList(from, to)));
        }
    }
}
