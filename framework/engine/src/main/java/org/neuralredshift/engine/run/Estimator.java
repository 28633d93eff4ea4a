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
import org.neuralredshift.engine.store.Chunk;
import org.neuralredshift.engine.store.MeasuredOn;
import org.neuralredshift.engine.study.Plan;

/**
 * Extrapolates the time of a plan from a few seconds of work. Batches are visited in an order that spreads over the plan,
 * and of each one a single network and then a few run, which tells what a batch costs whatever its size (compiling) and
 * what each network adds; what was not visited costs what its nearest visited neighbour costs. What runs first finds a cold
 * JVM and counts only if nothing else was measured. Of a network that alone takes the better part of a second, as training
 * does, a second one is all that follows; of one that takes many seconds, none.
 */
final class Estimator {
    private static final double WARM_UP = 0.6;
    private static final double BUDGET = 1.8;
    private static final int FEW = 8;
    /** Seconds from which on networks are measured one at a time. */
    private static final double LONG = 0.4;
    /** Seconds from which on nothing is measured twice. */
    private static final double PATIENCE = 10;

    /** Seconds of a batch: so much at once, and so much for each network. */
    private record Cost(double batch, double network) {
        double of(int networks) {
            return batch + network * networks;
        }
    }

    private final Plan plan;
    private final Catalog catalog;
    private final Backend backend;
    private final int threads;
    private final MeasuredOn measuredOn;
    private long measured;
    private long failed;
    private String reason = "";

    Estimator(Plan plan, Catalog catalog, Backend backend, int threads, MeasuredOn measuredOn) {
        this.plan = plan;
        this.catalog = catalog;
        this.backend = backend;
        this.threads = threads;
        this.measuredOn = measuredOn;
    }

    Estimate estimate() {
        TreeMap<Integer, Cost> costs = new TreeMap<>();
        try (Memory memory = Memory.open();
                WorkerLab lab = new WorkerLab(
                        catalog, plan.resolved().metrics(), backend, memory.child("estimate"), measuredOn)) {
            BatchRunner runner = new BatchRunner(plan, new ProgressMeter(plan.networks(), progress -> {}), 0);
            List<Integer> order = spread(plan.batches().size());
            long start = System.nanoTime();
            int begun = 0;
            Cost cold = new Cost(0, 0);
            for (; seconds(start) < WARM_UP; begun++) {
                cold = cost(runner, lab, order.get(begun % Math.min(order.size(), FEW)));
            }
            if (cold.of(1) > PATIENCE) {
                costs.put(order.getFirst(), cold);
            }
            for (int i = 0; i < order.size() && (costs.isEmpty() || seconds(start) < BUDGET); i++) {
                int batch = order.get((begun + i) % order.size());
                costs.put(batch, cost(runner, lab, batch));
            }
        }
        double total = 0;
        for (int batch = 0; batch < plan.batches().size(); batch++) {
            int networks = plan.batches().get(batch).trials().size();
            total += nearest(costs, batch).of(networks);
        }
        double seconds = total / threads;
        return new Estimate(seconds, plan.networks() / seconds, threads, measured, failed, reason);
    }

    private Cost cost(BatchRunner runner, WorkerLab lab, int batch) {
        int few = Math.min(FEW, plan.batches().get(batch).trials().size());
        double one = time(runner, lab, batch, 1);
        if (few == 1) {
            return new Cost(one, 0);
        }
        if (one > LONG) {
            double again = one > PATIENCE ? one : Math.min(one, time(runner, lab, batch, 1));
            return new Cost(one - again, again);
        }
        double all = time(runner, lab, batch, few);
        double network = Math.clamp((all - one) / (few - 1), 0, all / few);
        return new Cost(all - few * network, network);
    }

    /** Seconds that some networks of a batch take. */
    private double time(BatchRunner runner, WorkerLab lab, int batch, int count) {
        TrialBatch whole = plan.batches().get(batch);
        List<Trial> trials = whole.trials();
        List<Trial> few = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            few.add(trials.get((int) ((long) trials.size() * i / count)));
        }
        long start = System.nanoTime();
        Chunk chunk = runner.run(new TrialBatch(whole.studySeed(), few), lab, Saving.NONE);
        double seconds = seconds(start);
        measured += count;
        failed += chunk.failedNetworks();
        if (reason.isEmpty()) {
            reason = chunk.firstFailure();
        }
        return seconds;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    private static Cost nearest(TreeMap<Integer, Cost> known, int batch) {
        Map.Entry<Integer, Cost> below = known.floorEntry(batch);
        Map.Entry<Integer, Cost> above = known.ceilingEntry(batch);
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
