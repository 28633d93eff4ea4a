package org.neuralredshift.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.study.Plan;

/**
 * Extrapolates the time of a plan from a second or two of work. Batches are visited in an order that spreads over the
 * plan, and of each one a few networks run, once to warm up and once measured; what was not visited costs what its
 * nearest visited neighbour costs.
 */
final class Estimator {
    private static final double WARM_UP = 0.6;
    private static final double BUDGET = 1.8;
    private static final int FEW = 4;

    private final Plan plan;
    private final Catalog catalog;
    private final Backend backend;
    private final int threads;
    private long measured;

    Estimator(Plan plan, Catalog catalog, Backend backend, int threads) {
        this.plan = plan;
        this.catalog = catalog;
        this.backend = backend;
        this.threads = threads;
    }

    Estimate estimate() {
        TreeMap<Integer, Double> perNetwork = new TreeMap<>();
        try (Memory memory = Memory.open();
                WorkerLab lab = new WorkerLab(catalog, plan.resolved().metrics(), backend, memory.child("estimate"))) {
            BatchRunner runner = new BatchRunner(plan, new ProgressMeter(plan.networks(), progress -> {}));
            List<Integer> order = spread(plan.batches().size());
            long start = System.nanoTime();
            for (int i = 0; seconds(start) < WARM_UP; i++) {
                time(runner, lab, order.get(i % Math.min(order.size(), FEW)));
            }
            for (int batch : order) {
                if (!perNetwork.isEmpty() && seconds(start) > BUDGET) {
                    break;
                }
                time(runner, lab, batch);
                perNetwork.put(batch, time(runner, lab, batch));
            }
        }
        double total = 0;
        for (int batch = 0; batch < plan.batches().size(); batch++) {
            total += nearest(perNetwork, batch)
                    * plan.batches().get(batch).trials().size();
        }
        double seconds = total / threads;
        return new Estimate(seconds, plan.networks() / seconds, threads, measured);
    }

    /** Seconds per network of a few networks of a batch. */
    private double time(BatchRunner runner, WorkerLab lab, int batch) {
        TrialBatch whole = plan.batches().get(batch);
        List<Trial> trials = whole.trials();
        List<Trial> few = new ArrayList<>();
        int count = Math.min(FEW, trials.size());
        for (int i = 0; i < count; i++) {
            few.add(trials.get((int) ((long) trials.size() * i / count)));
        }
        long start = System.nanoTime();
        runner.run(new TrialBatch(whole.studySeed(), few), lab);
        measured += count;
        return seconds(start) / count;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    private static double nearest(TreeMap<Integer, Double> known, int batch) {
        Map.Entry<Integer, Double> below = known.floorEntry(batch);
        Map.Entry<Integer, Double> above = known.ceilingEntry(batch);
        if (below == null || above == null) {
            return (below == null ? known.firstEntry() : below).getValue();
        }
        return batch - below.getKey() <= above.getKey() - batch ? below.getValue() : above.getValue();
    }

    /** 0 to n - 1 such that the first few spread over all: steps of the golden ratio. */
    static List<Integer> spread(int n) {
        double golden = (Math.sqrt(5) - 1) / 2;
        List<Integer> order = new ArrayList<>();
        boolean[] seen = new boolean[n];
        for (int i = 0; order.size() < n; i++) {
            int index = (int) ((0.5 + i * golden) % 1 * n);
            while (seen[index]) {
                index = (index + 1) % n;
            }
            seen[index] = true;
            order.add(index);
        }
        return order;
    }
}
