package org.neuralredshift.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.cli.network.SampledNetwork;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.run.MeasureOn;

/** Draws, evaluates and measures networks, or trains them, straight on a backend, one session per thread. */
final class NetworkBurst implements Burst {
    /** What the sessions of all threads share, if they share one. */
    private final AutoClosing shared;

    private final List<ExecutorService> threads = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();

    /** Something that is closed at the end. */
    @FunctionalInterface
    private interface AutoClosing {
        void close();
    }

    private NetworkBurst(AutoClosing shared) {
        this.shared = shared;
    }

    /** Trains; each thread has a program of its own. */
    static NetworkBurst training(
            BenchConfiguration configuration, BenchTraining training, Catalog catalog, Backend backend) {
        SampledNetwork network = BenchNetworks.network(configuration, catalog);
        NetworkBurst burst = new NetworkBurst(() -> {});
        burst.start(
                threads(configuration, backend),
                firstSeed -> training.isForward()
                        ? new ForwardWorker(network, training, configuration.batch(), backend)
                        : new TrainingWorker(network, training, configuration.batch(), backend, firstSeed));
        return burst;
    }

    private static int threads(BenchConfiguration configuration, Backend backend) {
        return configuration.threads() > 0 ? configuration.threads() : backend.concurrency();
    }

    private void start(int count, LongFunction<Worker> worker) {
        for (int number = 0; number < count; number++) {
            ExecutorService thread = Executors.newSingleThreadExecutor();
            threads.add(thread);
            long firstSeed = (long) number << 24;
            workers.add(await(thread.submit(() -> worker.apply(firstSeed))));
        }
    }

    static NetworkBurst open(BenchConfiguration configuration, Catalog catalog, Backend backend, MeasureOn measureOn) {
        SampledNetwork network = BenchNetworks.network(configuration, catalog);
        List<MetricSelection> metrics = BenchNetworks.metrics(configuration, catalog);
        Grid grid = Grid.uniform(configuration.grid(), 2);
        boolean onBackend = measureOn.isBackend(catalog.find(Task.class, SampledNetwork.TASK), backend);
        Supplier<BenchProgram> program = () -> new BenchProgram(network, grid, metrics, backend, onBackend);
        Graph graph = program.get().graph();
        int batch = configuration.batch() > 0 ? configuration.batch() : backend.preferredBatch(graph);
        Executable executable = backend.compile(graph);
        NetworkBurst burst = new NetworkBurst(executable::close);
        burst.start(
                threads(configuration, backend),
                firstSeed -> new NetworkWorker(network, program.get(), executable, batch, firstSeed));
        return burst;
    }

    @Override
    public long run(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Future<Long>> running = new ArrayList<>();
        for (int i = 0; i < workers.size(); i++) {
            Worker worker = workers.get(i);
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
    public double loss() {
        Worker first = workers.getFirst();
        return await(threads.getFirst().submit(first::loss));
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
        shared.close();
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
