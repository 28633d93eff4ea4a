package org.neuralredshift.testkit.plain;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/**
 * A small program with the data that it reads. Its output is {@code f}.
 *
 * @param name of the operation
 * @param measure how its result is compared
 * @param terms that are added up in one element
 * @param graph the program
 * @param inputs by name
 * @param weights by name, for all networks
 * @param scalars by name, for all networks
 */
public record Case(
        String name,
        Measure measure,
        int terms,
        Graph graph,
        Map<String, float[]> inputs,
        Map<String, float[]> weights,
        Map<String, float[]> scalars) {
    /** Networks of each case. */
    public static final int NETWORKS = 3;

    /** How close a result must be. */
    public enum Measure {
        /** The float nearest to the exact result. */
        EXACT,
        /** Half a unit in the last place of the sum of all magnitudes, for each term. */
        SUM,
        /** 1e-5 of the result, or of 1 if it is smaller. */
        SMOOTH
    }

    /** The result. */
    public Tensor output() {
        return Programs.output(graph);
    }

    /** What the program reads. */
    public Bindings bindings() {
        return bind(false);
    }

    private Bindings bind(boolean magnitudes) {
        Bindings bindings = new Bindings().networks(NETWORKS);
        inputs.forEach((name, data) -> bindings.input(name, MemorySegment.ofArray(data(data, magnitudes))));
        scalars.forEach((name, data) -> bindings.scalar(name, data(data, magnitudes)));
        if (!weights.isEmpty()) {
            bindings.weights(Programs.given(weights.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> data(entry.getValue(), magnitudes)))));
        }
        return bindings;
    }

    private static float[] data(float[] values, boolean magnitudes) {
        float[] data = values.clone();
        for (int i = 0; i < data.length; i++) {
            data[i] = magnitudes ? Math.abs(data[i]) : data[i];
        }
        return data;
    }

    /**
     * The first element that is not close enough, as a sentence; empty if all are.
     *
     * @param found the result of a backend, network after network
     */
    public String difference(float[] found) {
        int networks = output().perNetwork() ? NETWORKS : 1;
        for (int network = 0; network < networks; network++) {
            double[] expected = new Interpretation(graph, bindings(), network).elements(output());
            double[] magnitudes = measure == Measure.SUM
                    ? new Interpretation(graph, bind(true), network).elements(output())
                    : expected;
            for (int i = 0; i < expected.length; i++) {
                float value = found[network * expected.length + i];
                if (!isClose(expected[i], magnitudes[i], value)) {
                    return "element " + i + " of network " + network + " is " + value + ", but must be " + expected[i]
                            + " (" + measure + ")";
                }
            }
        }
        return "";
    }

    private boolean isClose(double expected, double magnitude, float found) {
        if (Ulps.same(expected, found)) {
            return true;
        }
        return switch (measure) {
            case EXACT -> false;
            case SUM -> Math.abs(found - expected) <= (terms + 1) * 0.5 * Math.ulp((float) magnitude);
            case SMOOTH -> Math.abs(found - expected) <= 1e-5 * Math.max(1, Math.abs(expected));
        };
    }
}
