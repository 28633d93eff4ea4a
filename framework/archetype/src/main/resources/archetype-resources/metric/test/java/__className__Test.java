package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.MetricSuite;
import org.neuralredshift.testkit.Range;

class ${className}Test extends MetricSuite {
    @Override
    protected List<Metric> extensions() {
        return List.of(new ${className}());
    }

    @Override
    protected Range range(Metric metric, Parameters parameters) {
        return new Range(0, 1);
    }

    /** The example of Bandt and Pompe: two of five triples ascend, one falls last below the first, two have the least inside. */
    @Test
    void hasTheEntropyOfTheExampleInThePaper() {
        Metric metric = new ${className}();
        Grid grid = Grid.uniform(7, 1);
        Samples samples = new Samples(grid);
        System.arraycopy(new float[] {4, 7, 9, 10, 6, 11, 3}, 0, samples.values(), 0, 7);
        Measurement out = new Measurement();
        metric.prepare(grid, metric.parameters().defaults()).measure(samples, out);
        double expected = -0.4 * Math.log(0.4) - 0.4 * Math.log(0.4) - 0.2 * Math.log(0.2);
        assertEquals(expected, out.raw(), 1e-12);
        assertEquals(expected / Math.log(6), out.value(), 1e-12);
    }
}
