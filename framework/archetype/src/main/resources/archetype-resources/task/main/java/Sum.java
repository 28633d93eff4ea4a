package ${package};

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.Opened;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/** Adds networks up, one after another, at the points of one specification. */
final class Sum implements AutoCloseable {
    private final Opened opened = new Opened();
    private final int networks;
    private final Session session;
    private final SampleBatch batch;
    private final Samples samples;
    private final Bindings bindings = new Bindings();
    private final long[] seed = new long[1];
    private final double[] magnitude = new double[1];
    private final float[] prefactor = new float[1];
    private final double[] sum;

    Sum(SampleSpec spec, RandomNetwork network, TrialBatch trials, Lab lab) {
        this.networks = trials.shared().count(${className}.NETWORKS);
        this.samples = new Samples(spec);
        this.sum = new double[spec.points()];
        try {
            Arena arena = Arena.ofConfined();
            opened.add(arena::close);
            Executable program = lab.backend().compile(network.architecture().graph(spec.points()));
            opened.add(program::close);
            this.session = program.open(1);
            opened.add(session::close);
            this.batch = new SampleBatch(lab.memory(), spec, 1);
            opened.add(batch::close);
            bindings.input(Architecture.INPUT, arena.allocateFrom(ValueLayout.JAVA_FLOAT, spec.coordinates()))
                    .scalar(Architecture.PREFACTOR, prefactor)
                    .weights(new Weights.Drawn(network.initialisation(), trials.studySeed(), seed, magnitude))
                    .output(Architecture.OUTPUT, batch.segment());
        } catch (RuntimeException | Error e) {
            opened.closeAfter(e);
            throw e;
        }
    }

    /** Moves {@link #samples()} to the sum of one trial. The seeds of its networks are those that no other trial has. */
    void evaluate(Trial trial) {
        magnitude[0] = trial.cell().parameters().real("magnitude");
        prefactor[0] = (float) magnitude[0];
        Arrays.fill(sum, 0);
        for (int network = 0; network < networks; network++) {
            seed[0] = (trial.seed() * networks + network) & 0xFFFF_FFFFL;
            session.run(bindings);
            for (int point = 0; point < sum.length; point++) {
                sum[point] += batch.segment().getAtIndex(ValueLayout.JAVA_FLOAT, point);
            }
        }
        for (int point = 0; point < sum.length; point++) {
            float value = (float) (sum[point] / Math.sqrt(networks));
            batch.segment().setAtIndex(ValueLayout.JAVA_FLOAT, point, value);
        }
        batch.read(0, samples);
    }

    Samples samples() {
        return samples;
    }

    @Override
    public void close() {
        opened.close();
    }
}
