package org.neuralredshift.cli.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.parameter.Composition;
import org.neuralredshift.api.parameter.InvalidParameterException;

/**
 * What one burst does. The names are those of the rival programs, so that one script can drive all.
 *
 * @param act id of the activation
 * @param depth number of hidden layers
 * @param width units of every hidden layer
 * @param grid sample points per axis
 * @param metrics measured of each network, separated by commas; empty for evaluation alone
 * @param threads workers; 0 for as many as the backend finds worth while
 * @param batch networks per call of the backend; 0 for what the backend prefers
 * @param seconds that a burst takes, about
 * @param layers parts of every hidden layer, as in studies
 * @param rows whether the whole study is run, with rows written to a temporary folder
 * @param parameters further parameters of the networks as a study names them, such as {@code magnitude}, with their values as
 *     text
 * @param training what is trained; the batch is then the rows of a step, 0 for all. Null to evaluate networks
 */
public record BenchConfiguration(
        String act,
        int depth,
        int width,
        int grid,
        String metrics,
        int threads,
        int batch,
        double seconds,
        String layers,
        boolean rows,
        Map<String, String> parameters,
        @Nullable BenchTraining training) {

    private static final Map<String, String> NAMES_OF_RIVALS = Map.of("sin", "sine", "gauss", "gaussian");
    private static final List<String> OWN = List.of("activation", "layers", "depth", "width", "grid");

    /** @throws InvalidParameterException for a number that is below what it counts */
    public BenchConfiguration {
        atLeast("depth", depth, 0);
        atLeast("width", width, 1);
        atLeast("grid", grid, 2);
        atLeast("threads", threads, 0);
        atLeast("batch", batch, 0);
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new InvalidParameterException("seconds", seconds, "a number from 0");
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        for (String own : OWN) {
            if (parameters.containsKey(own)) {
                throw new InvalidParameterException("parameters", own, "other than those that a bench names itself");
            }
        }
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new InvalidParameterException(name, value, "a whole number from " + least);
        }
    }

    /** Networks of one activation, depth and width on a grid; nothing measured. */
    public static BenchConfiguration evaluation(String act, int depth, int width, int grid, double seconds) {
        return new BenchConfiguration(
                act, depth, width, grid, "", 0, 0, seconds, Composition.PERCEPTRON, false, Map.of(), null);
    }

    /** As {@link #evaluation}, with layer normalisation before each activation. */
    private static BenchConfiguration normalised(String act, double seconds) {
        return new BenchConfiguration(act, 3, 64, 64, "", 0, 0, seconds, "mlp+layer-norm", false, Map.of(), null);
    }

    /** The rows of the table in docs/performance.md. */
    public static List<BenchConfiguration> table(double seconds) {
        return List.of(
                evaluation("relu", 3, 64, 64, seconds),
                evaluation("tanh", 3, 64, 64, seconds),
                evaluation("sine", 3, 64, 64, seconds),
                evaluation("gelu", 3, 64, 64, seconds),
                evaluation("relu", 8, 64, 64, seconds),
                evaluation("tanh", 8, 64, 64, seconds),
                evaluation("sine", 8, 64, 64, seconds),
                evaluation("gelu", 8, 64, 64, seconds),
                evaluation("relu", 3, 16, 64, seconds),
                evaluation("tanh", 3, 16, 64, seconds),
                evaluation("relu", 3, 32, 64, seconds),
                evaluation("relu", 3, 128, 64, seconds),
                evaluation("relu", 3, 256, 64, seconds),
                evaluation("tanh", 3, 256, 64, seconds),
                evaluation("relu", 3, 512, 64, seconds),
                normalised("relu", seconds),
                normalised("tanh", seconds),
                evaluation("swish", 3, 64, 64, seconds),
                evaluation("gaussian", 3, 64, 64, seconds),
                evaluation("relu", 1, 64, 64, seconds),
                evaluation("relu", 16, 64, 64, seconds),
                evaluation("relu", 3, 1024, 64, seconds),
                evaluation("relu", 3, 64, 128, seconds),
                evaluation("tanh", 3, 64, 256, seconds));
    }

    /** The same network, measured otherwise. */
    public BenchConfiguration measured(
            String otherMetrics, int onThreads, int inBatches, boolean withRows, Map<String, String> further) {
        return new BenchConfiguration(
                act,
                depth,
                width,
                grid,
                otherMetrics,
                onThreads,
                inBatches,
                seconds,
                layers,
                withRows,
                further,
                training);
    }

    /** The id of the activation here, whatever the rivals call it. */
    public String activation() {
        return NAMES_OF_RIVALS.getOrDefault(act, act);
    }

    /** The same configuration for bursts of any length: what may be kept from one to the next. */
    public BenchConfiguration apartFromSeconds() {
        return new BenchConfiguration(
                act, depth, width, grid, metrics, threads, batch, 0, layers, rows, parameters, training);
    }

    /** By name, in order. */
    public Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("act", act);
        record.put("depth", depth);
        record.put("width", width);
        record.put("grid", grid);
        record.put("metrics", metrics);
        record.put("threads", threads);
        record.put("batch", batch);
        record.put("seconds", seconds);
        record.put("layers", layers);
        record.put("rows", rows);
        record.put("parameters", parameters);
        if (training != null) {
            record.put("train", training.optimiser());
            record.put("p", training.modulus());
            record.put("one-hot", training.oneHot());
            record.put("nets", training.networks());
        }
        return record;
    }
}
