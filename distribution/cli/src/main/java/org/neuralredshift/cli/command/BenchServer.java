package org.neuralredshift.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.neuralredshift.cli.bench.Bench;
import org.neuralredshift.cli.bench.BenchConfiguration;
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
        if (asked.path("ln").asBoolean()) {
            throw new IllegalArgumentException("layer normalisation (ln) is not part of this bench");
        }
        return new BenchConfiguration(
                asked.path("act").asText(defaults.act()),
                asked.path("depth").asInt(defaults.depth()),
                asked.path("width").asInt(defaults.width()),
                asked.path("grid").asInt(defaults.grid()),
                asked.path("metrics").asText(defaults.metrics()),
                asked.path("threads").asInt(defaults.threads()),
                asked.path("batch").asInt(defaults.batch()),
                asked.path("seconds").asDouble(defaults.seconds()),
                asked.path("rows").asBoolean(defaults.rows()));
    }

    private static Object plain(JsonNode node) {
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node.asText();
    }
}
