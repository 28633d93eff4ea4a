package org.neuralredshift.tasks.functions;

import java.util.Optional;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.metric.MeasuringProgram;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.TrialBatch;

/** What evaluates the functions of a batch, at any site. */
interface FunctionSources {
    /** An evaluator of the functions at a site; the caller closes it. */
    Evaluator open(Site site);

    /** The networks of a batch, or the functions that it compares networks with. */
    static FunctionSources of(TrialBatch batch, Lab lab) {
        Parameters shared = batch.shared();
        String function = shared.text(RandomFunctions.FUNCTION);
        if (!function.equals(RandomFunctions.NETWORK)) {
            NullFunction nullFunction = NullFunction.of(function);
            return site -> new Evaluator(
                    site, new NullSource(site.spec(), nullFunction, batch), Optional.empty(), lab.memory());
        }
        RandomNetwork network = RandomNetwork.of(shared, lab::activation, lab::layer);
        return site -> {
            SampleSpec spec = site.spec();
            Graph evaluation = network.architecture().graph(spec.points());
            Optional<MeasuringProgram> program = site.graphs().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MeasuringProgram(
                            evaluation, Architecture.OUTPUT, spec, site.graphs(), site.wantsSamples()));
            Graph graph = program.map(MeasuringProgram::graph).orElse(evaluation);
            return new Evaluator(site, new NetworkSource(spec, network, graph, batch, lab), program, lab.memory());
        };
    }
}
