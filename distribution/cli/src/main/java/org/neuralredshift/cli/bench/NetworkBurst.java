package org.neuralredshift.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.cli.network.SampledNetwork;
import org.neuralredshift.engine.plugin.Catalog;

/** Draws, evaluates and measures networks straight on a backend, one session per thread. */
final class NetworkBurst implements Burst {
    private final Executable executable;
    private final List<ExecutorService> threads = new ArrayList<>();
    private final List<NetworkWorker> workers = new ArrayList<>();

    private NetworkBurst(Executable executable) {
        this.executable = executable;
    }

    static NetworkBurst open(BenchConfiguration configuration, Catalog catalog, Backend backend) {
        SampledNetwork network = BenchNetworks.network(configuration, catalog);
        List<MetricSelection> metrics = BenchNetworks.metrics(configuration, catalog);
        Grid grid = Grid.uniform(configuration.grid(), 2);
        Graph graph = network.graph(grid.points());
        int batch = configuration.batch() > 0 ? configuration.batch() : backend.preferredBatch(graph);
        int count = configuration.threads() > 0 ? configuration.threads() : backend.concurrency();
        NetworkBurst burst = new NetworkBurst(backend.compile(graph));
        for (int number = 0; number < count; number++) {
            ExecutorService thread = Executors.newSingleThreadExecutor();
            burst.threads.add(thread);
            long firstSeed = (long) number << 24;
            burst.workers.add(await(thread.submit(
                    () -> new NetworkWorker(network, grid, metrics, burst.executable, batch, firstSeed))));
        }
        return burst;
    }

    @Override
    public long run(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Future<Long>> running = new ArrayList<>();
        for (int i = 0; i < workers.size(); i++) {
            NetworkWorker worker = workers.get(i);
            Callable<Long> work = () -> worker.run(end);
            running.add(threads.get(i).submit(work));
        }
        long networks = 0;
        for (Future<Long> one : running) {
            networks += await(one);
        }
        return networks;
    }

    @Override
    public int threads() {
        return workers.size();
    }

    @Override
    public void close() {
        for (int i = 0; i < threads.size(); i++) {
            if (i < workers.size()) {
                await(threads.get(i).submit(workers.get(i)::close, true));
            }
            threads.get(i).shutdown();
        }
        executable.close();
    }

    private static <T> T await(Future<T> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a burst ran", e);
        }
    }
}
