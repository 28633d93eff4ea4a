package org.neuralredshift.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.cli.bench.Bench;
import org.neuralredshift.cli.bench.BenchConfiguration;
import org.neuralredshift.cli.bench.BenchTraining;
import org.neuralredshift.cli.console.Json;

/**
 * The line protocol of the rival programs: says that it is ready, then answers each configuration, a JSON object on one
 * line, with what was asked and what came of it. A configuration that is wrong is answered with its error.
 */
final class BenchServer {
    private final Bench bench;
    private final BenchConfiguration defaults;
    private final ObjectMapper mapper = new ObjectMapper();

    /** @param defaults for what a configuration does not say */
    BenchServer(Bench bench, BenchConfiguration defaults) {
        this.bench = bench;
        this.defaults = defaults;
    }

    /** Answers until the input ends or says {@code {"quit": true}}. */
    void serve(BufferedReader input, Consumer<String> output) throws IOException {
        output.accept("{\"ready\":true}\n");
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            Map<String, Object> record = new LinkedHashMap<>();
            try {
                JsonNode asked = mapper.readTree(line);
                if (asked.path("quit").asBoolean()) {
                    return;
                }
                asked.properties().forEach(entry -> record.put(entry.getKey(), plain(entry.getValue())));
                record.putAll(bench.measure(configuration(asked)).record());
                record.put("peer", "nrs-" + Version.number());
            } catch (JsonProcessingException e) {
                record.put("error", "no JSON: " + e.getOriginalMessage());
            } catch (RuntimeException e) {
                record.put("error", e.getMessage() == null ? e.toString() : e.getMessage());
            }
            output.accept(Json.line(record) + "\n");
        }
    }

    private BenchConfiguration configuration(JsonNode asked) {
        if (!asked.isObject()) {
            throw new IllegalArgumentException("a configuration is a JSON object, not " + asked);
        }
        String layers = flag(asked, "ln", false) ? "mlp+layer-norm" : defaults.layers(); // the rivals' name for it
        return new BenchConfiguration(
                text(asked, "act", defaults.act()),
                integer(asked, "depth", defaults.depth()),
                integer(asked, "width", defaults.width()),
                integer(asked, "grid", defaults.grid()),
                text(asked, "metrics", defaults.metrics()),
                integer(asked, "threads", defaults.threads()),
                integer(asked, "batch", defaults.batch()),
                number(asked, "seconds", defaults.seconds()),
                text(asked, "layers", layers),
                flag(asked, "rows", defaults.rows()),
                parameters(asked),
                training(asked));
    }

    private @Nullable BenchTraining training(JsonNode asked) {
        BenchTraining usual = defaults.training();
        if (usual == null && !asked.has("train")) {
            return null;
        }
        BenchTraining initial = usual == null ? new BenchTraining("adam", 97, false, 1) : usual;
        return new BenchTraining(
                text(asked, "train", initial.optimiser()),
                integer(asked, "p", initial.modulus()),
                flag(asked, "one-hot", initial.oneHot()),
                integer(asked, "nets", initial.networks()));
    }

    /** The rivals call the magnitude {@code mag}. */
    private Map<String, String> parameters(JsonNode asked) {
        Map<String, String> parameters = new LinkedHashMap<>(defaults.parameters());
        if (asked.has("mag")) {
            parameters.put("magnitude", Double.toString(number(asked, "mag", 1)));
        }
        JsonNode further = asked.path("parameters");
        if (!further.isMissingNode()) {
            require(further.isObject(), "parameters", further, "an object of names and values");
            for (Map.Entry<String, JsonNode> entry : further.properties()) {
                require(entry.getValue().isValueNode(), entry.getKey(), entry.getValue(), "a text, number or flag");
                parameters.put(entry.getKey(), entry.getValue().asText());
            }
        }
        return parameters;
    }

    private static String text(JsonNode asked, String name, String initial) {
        JsonNode value = asked.path(name);
        return value.isMissingNode()
                ? initial
                : require(value.isTextual(), name, value, "a text").asText();
    }

    private static int integer(JsonNode asked, String name, int initial) {
        JsonNode value = asked.path(name);
        return value.isMissingNode()
                ? initial
                : require(value.canConvertToInt() && value.isIntegralNumber(), name, value, "a whole number")
                        .asInt();
    }

    private static double number(JsonNode asked, String name, double initial) {
        JsonNode value = asked.path(name);
        return value.isMissingNode()
                ? initial
                : require(value.isNumber(), name, value, "a number").asDouble();
    }

    private static boolean flag(JsonNode asked, String name, boolean initial) {
        JsonNode value = asked.path(name);
        return value.isMissingNode()
                ? initial
                : require(value.isBoolean(), name, value, "true or false").asBoolean();
    }

    private static JsonNode require(boolean lawful, String name, JsonNode value, String expected) {
        if (!lawful) {
            throw new InvalidParameterException(name, value, expected);
        }
        return value;
    }

    private static Object plain(JsonNode node) {
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node.asText();
    }
}
