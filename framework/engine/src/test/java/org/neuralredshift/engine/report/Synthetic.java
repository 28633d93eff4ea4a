package org.neuralredshift.engine.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.neuralredshift.engine.figure.Mosaic;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.store.SampledFunction;
import org.neuralredshift.engine.store.Spectrum;
import org.neuralredshift.engine.study.Study;

/** Results that look like a study's: complexity rises with depth and magnitude at a rate of each activation's own. */
final class Synthetic {
    private static final Map<String, Double> RATES = rates();
    private static final int SIDE = 64;

    private Synthetic() {}

    private static Map<String, Double> rates() {
        Map<String, Double> rates = new LinkedHashMap<>();
        rates.put("relu", 0.0);
        rates.put("gelu", 0.01);
        rates.put("swish", 0.015);
        rates.put("selu", 0.02);
        rates.put("tanh", 0.12);
        rates.put("gaussian", 0.3);
        rates.put("sine", 0.4);
        rates.put("sigmoid", 0.08);
        return rates;
    }

    static List<Double> logspace(double low, double high, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> low * Math.pow(high / low, i / (count - 1.0)))
                .toList();
    }

    static Study study(int activations, int depths, int magnitudes, int seeds, List<Map<String, Object>> figures) {
        Map<String, List<Object>> parameters = new LinkedHashMap<>();
        parameters.put("activation", List.copyOf(new ArrayList<>(RATES.keySet()).subList(0, activations)));
        parameters.put(
                "depth",
                LongStream.rangeClosed(1, depths).<Object>mapToObj(d -> d).toList());
        parameters.put("width", List.of(64L));
        parameters.put("magnitude", List.copyOf(logspace(1, 50, magnitudes)));
        return new Study(
                "synthetic",
                "What random networks prefer <&>",
                "Made up, to look at.",
                "random-functions",
                1,
                LongStream.range(0, seeds).boxed().toList(),
                parameters,
                List.of("fourier"),
                1,
                figures);
    }

    static ReportData data(Study study) {
        return data(study, new Extent(0, 0));
    }

    static ReportData data(Study study, Extent extent) {
        List<Observation> observations = new ArrayList<>();
        Map<String, Mosaic.Picture> functions = new HashMap<>();
        Kept kept = new Kept(study.cells(), study.keepSamples());
        Random random = new Random(1);
        for (Object activation : study.values("activation")) {
            for (Object depth : study.values("depth")) {
                for (Object magnitude : study.values("magnitude")) {
                    Map<String, Object> parameters =
                            Map.of("activation", activation, "depth", depth, "width", 64L, "magnitude", magnitude);
                    String cell = parameters.toString();
                    double rise = RATES.get(activation) * (Long) depth * Math.log10((Double) magnitude);
                    double mean = 0.08 + 0.9 * Math.tanh(rise);
                    for (long seed : study.seeds()) {
                        observations.add(observation(cell, parameters, seed, mean, random));
                    }
                    float[] function = function(mean, random);
                    functions.put(cell, new Mosaic.Picture(SIDE, function));
                    kept.add(new SampledFunction(cell, 0, "final", new int[] {SIDE, SIDE}, function));
                    kept.add(new Spectrum(cell, 0, "fourier", spectrum(mean)));
                }
            }
        }
        return new ReportData(
                study,
                observations,
                functions,
                new Labels(Map.of("depth", "layers")),
                provenance(),
                kept,
                extent,
                List.of("two spirals"));
    }

    private static double[] spectrum(double mean) {
        double[] amplitudes = new double[SIDE / 2];
        for (int k = 0; k < amplitudes.length; k++) {
            amplitudes[k] = Math.exp(-k / (20 * mean));
        }
        return amplitudes;
    }

    private static Observation observation(
            String cell, Map<String, Object> parameters, long seed, double mean, Random random) {
        boolean constant = parameters.get("activation").equals("sigmoid") && (Long) parameters.get("depth") > 6
                || parameters.get("activation").equals("selu")
                        && (Long) parameters.get("depth") == 5
                        && random.nextInt(3) == 0;
        return constant
                ? new Observation(cell, parameters, seed, "fourier", "constant", Double.NaN)
                : new Observation(cell, parameters, seed, "fourier", "ok", mean + 0.01 * random.nextGaussian());
    }

    private static float[] function(double complexity, Random random) {
        float[] values = new float[SIDE * SIDE];
        for (int wave = 0; wave < 12; wave++) {
            double kx = random.nextGaussian() * 40 * complexity * complexity + random.nextGaussian();
            double ky = random.nextGaussian() * 40 * complexity * complexity + random.nextGaussian();
            double phase = random.nextDouble() * 2 * Math.PI;
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) Math.sin((kx * (i % SIDE) + ky * (i / SIDE)) * 2 * Math.PI / SIDE / 2 + phase);
            }
        }
        return values;
    }

    private static ObjectNode provenance() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("parameters")
                .addObject()
                .put("name", "depth")
                .put("origin", "assumed")
                .put("help", "hidden layers");
        node.putArray("metrics").addObject().put("label", "fourier").put("revision", 1);
        node.putArray("runs").addObject().put("started", "2026-01-01T00:00:00Z");
        return node;
    }
}
