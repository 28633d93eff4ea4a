package org.neuralredshift.bench.libtorch;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.global.torch;
import org.neuralredshift.bench.Burst;
import org.neuralredshift.bench.Request;
import org.neuralredshift.bench.Server;

/**
 * Answers with the networks per second that libtorch does: one worker per thread, each with one thread of libtorch, as tuned
 * PyTorch programs run one process per core. Checks its numbers first.
 */
final class Peer {
    private final String name;
    private final AtomicLong seeds = new AtomicLong();

    private Peer(String name) {
        this.name = name;
    }

    public static void main(String[] arguments) throws IOException {
        torch.set_num_threads(1);
        NetworkCheck.all();
        MeasuresCheck.all();
        TrainingCheck.all();
        Server.serve(new Peer(arguments[0])::answer);
    }

    private String answer(Request request) throws Exception {
        return request.word("train", "").isEmpty() ? evaluated(request) : trained(request);
    }

    private String trained(Request request) throws Exception {
        TrainingConfiguration configuration = new TrainingConfiguration(request);
        List<TrainingWorker> workers = new CopyOnWriteArrayList<>();
        Burst burst = Burst.of(configuration.trainers(), configuration.seconds(), () -> {
            workers.add(new TrainingWorker(configuration));
            return workers.getLast();
        });
        return String.format(
                Locale.ROOT,
                "{\"peer\": \"%s\", \"nets_per_s\": %.2f, \"cpu_s_per_net\": %.6g, \"wall\": %.3f, \"ext\": %.4f,"
                        + " \"loss\": %.5f}",
                name,
                burst.rate(),
                burst.processorSeconds() / burst.done(),
                burst.seconds(),
                burst.others(),
                workers.getFirst().loss());
    }

    private String evaluated(Request request) throws Exception {
        Configuration configuration = new Configuration(request);
        Burst burst = Burst.of(configuration.threads(), configuration.seconds(), () -> new Worker(configuration));
        return String.format(
                Locale.ROOT,
                "{\"peer\": \"%s\", \"nets_per_s\": %.2f, \"cpu_s_per_net\": %.6g, \"wall\": %.3f, \"ext\": %.4f}",
                name,
                burst.rate(),
                burst.processorSeconds() / burst.done(),
                burst.seconds(),
                burst.others());
    }

    /** Draws, evaluates and measures networks on its thread. */
    private final class Worker implements Burst.Worker {
        private final PointerScope scope = new PointerScope();
        private final InferenceMode mode;
        private final Configuration configuration;
        private final Network network;
        private final Measures measures;

        Worker(Configuration configuration) {
            torch.set_num_threads(1);
            this.configuration = configuration;
            mode = new InferenceMode(true);
            network = new Network(configuration, seeds.incrementAndGet());
            measures = new Measures(configuration);
        }

        @Override
        public double step() {
            try (PointerScope _ = new PointerScope()) {
                network.draw();
                measures.take(network.evaluate());
                return configuration.batch();
            }
        }

        @Override
        public void close() {
            measures.close();
            mode.close();
            scope.close();
        }
    }
}
