package ${package};

import java.util.List;
import java.util.OptionalDouble;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.backends.cpu.CpuBackend;
import org.neuralredshift.testkit.ActivationSuite;

class ${className}Test extends ActivationSuite {
    @Override
    protected List<Activation> extensions() {
        return List.of(new ${className}());
    }

    @Override
    protected OptionalDouble definition(Activation activation, Parameters parameters, double x) {
        double scaled = x / parameters.real("width");
        return OptionalDouble.of(1 / (1 + scaled * scaled));
    }

    @Override
    protected List<Backend> backends() {
        return List.of(new CpuBackend());
    }
}
