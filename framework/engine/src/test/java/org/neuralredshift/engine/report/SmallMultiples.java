package org.neuralredshift.engine.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.Study;

/** Results that look like those of the paper's Figure 5: sweeps with a range of magnitudes each, and null models. */
final class SmallMultiples {
    static final Map<String, Object> LINES = Map.of(
            "kind",
            "lines",
            "metric",
            "fourier",
            "panel",
            "activation",
            "x",
            "magnitude",
            "lines",
            List.of("layers", "scaled"),
            "names",
            Map.of("fourier-lattice", "unbiased model"));

    private static final List<Object> COMPOSITIONS = List.of("mlp", "mlp+gating", "mlp+residual", "mlp+layer-norm");

    private SmallMultiples() {}

    private static Map<String, List<Object>> sweep(List<Object> activations, double high) {
        List<Object> magnitudes = IntStream.range(0, 10)
                .<Object>mapToObj(i -> 1 + i * (high - 1) / 9)
                .toList();
        return Map.of("activation", activations, "magnitude", magnitudes, "layers", COMPOSITIONS);
    }

    private static Map<String, List<Object>> with(Map<String, List<Object>> sweep, Map<String, List<Object>> more) {
        Map<String, List<Object>> all = new LinkedHashMap<>(sweep);
        all.putAll(more);
        return all;
    }

    static Study study(int seeds, List<Map<String, Object>> figures) {
        Map<String, List<Object>> parameters = new LinkedHashMap<>();
        parameters.put("function", List.of("network"));
        parameters.put("activation", List.of("relu"));
        parameters.put("layers", List.of("mlp"));
        parameters.put("encoding", List.of("none"));
        parameters.put("depth", List.of(3L));
        parameters.put("magnitude", List.of(1.0));
        parameters.put("scaled", List.of("weights"));
        Map<String, List<Object>> simple = sweep(List.of("relu", "gelu", "swish", "selu"), 10);
        Map<String, List<Object>> together =
                Map.of("scaled", List.of("weights+biases"), "layers", List.of("mlp+layer-norm"));
        List<Map<String, List<Object>>> sweeps = List.of(
                simple,
                with(simple, together),
                sweep(List.of("tanh"), 50),
                sweep(List.of("gaussian"), 30),
                sweep(List.of("sine"), 20),
                with(
                        sweep(List.of("sine"), 10),
                        Map.of(
                                "encoding",
                                List.of("fourier-lattice"),
                                "depth",
                                List.of(0L),
                                "layers",
                                List.of("mlp"))));
        List<Study.NullModel> nullModels = List.of(
                new Study.NullModel("white noise", Map.of("function", List.of("white-noise"))),
                new Study.NullModel("linear function", Map.of("function", List.of("linear"))),
                new Study.NullModel("step function", Map.of("function", List.of("step"))));
        return new Study(
                "figure5",
                "What each part of an architecture does",
                "Made up, to look at.",
                "random-functions",
                1,
                LongStream.range(0, seeds).boxed().toList(),
                parameters,
                sweeps,
                nullModels,
                List.of("fourier", "chebyshev", "lz78"),
                1,
                figures,
                List.of());
    }

    static ReportData data(Study study) {
        List<Observation> observations = new ArrayList<>();
        Random random = new Random(1);
        for (Map<String, List<Object>> set : study.cellSets()) {
            for (Map<String, Object> cell : combinations(set)) {
                double mean = mean(cell);
                study.seeds().forEach(seed -> add(observations, study, cell, seed, mean, random));
            }
        }
        for (Study.NullModel model : study.nullModels()) {
            Map<String, Object> cell = new LinkedHashMap<>();
            study.parameters().forEach((name, values) -> cell.put(name, values.getFirst()));
            model.parameters().forEach((name, values) -> cell.put(name, values.getFirst()));
            double mean = Map.of("white noise", 1.0, "linear function", 0.04, "step function", 0.12)
                    .get(model.name());
            study.seeds().forEach(seed -> add(observations, study, cell, seed, mean, random));
        }
        Map<String, Object> defaults =
                Map.of("scaled", "weights", "depth", 3L, "encoding", "none", "activation", "relu", "layers", "mlp");
        return new ReportData(
                study,
                observations,
                new HashMap<>(),
                new Labels(Map.of(), defaults),
                JsonNodeFactory.instance.objectNode());
    }

    private static void add(
            List<Observation> observations,
            Study study,
            Map<String, Object> cell,
            long seed,
            double mean,
            Random random) {
        String id = cell.toString();
        double value = Math.max(0.01, mean + 0.03 * random.nextGaussian() * (1 - mean / 2));
        boolean overflow = cell.get("activation").equals("selu")
                && cell.get("layers").equals("mlp+residual")
                && random.nextInt(4) == 0;
        for (String metric : study.metrics()) {
            double measured = switch (metric) {
                case "lz78" -> Math.sqrt(value) * (1 + 0.05 * random.nextGaussian());
                case "chebyshev" -> value * 0.9 + 0.02 * random.nextGaussian();
                default -> value;
            };
            observations.add(new Observation(
                    id, cell, seed, metric, overflow ? "overflow" : "ok", overflow ? Double.NaN : measured));
        }
    }

    private static double mean(Map<String, Object> cell) {
        double magnitude = (Double) cell.get("magnitude");
        if (cell.get("encoding").equals("fourier-lattice")) {
            return 0.95;
        }
        double rate = switch (cell.get("activation").toString()) {
            case "tanh" -> 0.015;
            case "gaussian" -> 0.06;
            case "sine" -> 0.15;
            default -> 0.003;
        };
        double rise = switch (cell.get("layers").toString()) {
            case "mlp+gating" -> 1.6;
            case "mlp+residual" -> 0.5;
            case "mlp+layer-norm" -> cell.get("scaled").equals("weights") ? 0.3 : 0;
            default -> 1;
        };
        return 0.08 + 0.9 * Math.tanh(rate * rise * (magnitude - 1) + (rise > 1 ? 0.05 : 0));
    }

    private static List<Map<String, Object>> combinations(Map<String, List<Object>> set) {
        List<Map<String, Object>> cells = List.of(Map.of());
        for (Map.Entry<String, List<Object>> entry : set.entrySet()) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> cell : cells) {
                for (Object value : entry.getValue()) {
                    Map<String, Object> more = new LinkedHashMap<>(cell);
                    more.put(entry.getKey(), value);
                    longer.add(more);
                }
            }
            cells = longer;
        }
        return cells;
    }
}
