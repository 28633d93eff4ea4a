package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows and samples as another implementation of Arrow reads them: apache-arrow in Node. */
@ExtendWith(FinishedRuns.Provider.class)
class InterchangeTest {
    private static final int NETWORKS = (12 + 3) * 4;
    private static final int METRICS = 3;
    private static final int GRID = 32;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void install(FinishedRuns finished) throws IOException {
        Nrs.Result npm = Nrs.run(folder, Map.of(), List.of("sh", "-c", "command -v node && command -v npm"));
        assumeTrue(npm.exit() == 0, "no Node and npm here");
        Path scripts = Image.SOURCES.resolve("distribution/verification/src/test/node");
        try (Stream<Path> files = Files.list(scripts)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Nrs.run(folder, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund"))
                .done();
        Folders.copy(finished.quick(), folder.resolve("out"));
    }

    @Test
    void rowsHaveTheirColumnsUnitsAndNulls() {
        List<String> lines = read("rows");
        Set<String> fields = lines.stream()
                .filter(line -> line.startsWith("field\t"))
                .map(line -> line.split("\t")[1])
                .collect(Collectors.toSet());
        assertTrue(
                fields.containsAll(
                        Set.of("cell", "seed", "activation", "depth", "magnitude", "metric", "value", "status")),
                fields::toString);

        List<Map<String, String>> rows = rows(lines);
        assertEquals(NETWORKS * METRICS, rows.size());
        Set<String> keys = new HashSet<>();
        for (Map<String, String> row : rows) {
            keys.add(row.get("cell") + row.get("seed") + row.get("metric") + row.get("variant"));
            if (row.get("status").equals("ok")) {
                assertTrue(Double.parseDouble(row.get("value")) > 0, row::toString);
            } else {
                assertEquals("null", row.get("value"), row::toString);
            }
        }
        assertEquals(rows.size(), keys.size(), "no row twice");
        assertTrue(rows.stream().anyMatch(row -> row.get("status").equals("overflow")), "magnitude 1e30");
    }

    @Test
    void aKeptSampleIsTheFunctionThatNrsSampleWrites() throws IOException {
        Nrs.run(folder, (Object[])
                        "sample --activation sine --depth 2 --width 16 --magnitude 10 --grid 32 --study-seed 7 --seed 0 --to f"
                                .split(" "))
                .done();
        FloatBuffer expected = npy(folder.resolve("f/function.npy"));

        List<String> lines = read("samples");
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.startsWith("field\t")
                                && line.contains("arrow.fixed_shape_tensor")
                                && line.contains("[32,32]")),
                "the shape, as any reader knows it");
        List<float[]> functions = new ArrayList<>();
        for (Map<String, String> row : rows(lines)) {
            functions.add(numbers(row.values().stream()
                    .filter(value -> value.split(" ").length == GRID * GRID)
                    .findFirst()
                    .orElseThrow()));
        }
        assertEquals(12 + 3, functions.size(), "one per cell, and of each null model");
        assertTrue(
                functions.stream()
                        .anyMatch(function -> FloatBuffer.wrap(function).equals(expected)),
                "the same network, to the bit");
    }

    private List<String> read(String part) {
        List<String> words = new ArrayList<>(List.of("node", "read.mjs"));
        Folders.sums(folder.resolve("out").resolve(part))
                .keySet()
                .forEach(file -> words.add("out/" + part + "/" + file));
        return Nrs.run(folder, Map.of(), words).done().out().lines().toList();
    }

    private static List<Map<String, String>> rows(List<String> lines) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("row\t")) {
                Map<String, String> row = new HashMap<>();
                for (String pair : line.substring("row\t".length()).split("\t")) {
                    int equals = pair.indexOf('=');
                    row.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static float[] numbers(String text) {
        String[] words = text.split(" ");
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Float.parseFloat(words[i]);
        }
        return numbers;
    }

    /** The data of a version 1 file, float32, little-endian. */
    private static FloatBuffer npy(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = Short.toUnsignedInt(bytes.getShort(8));
        return bytes.slice(10 + header, GRID * GRID * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
    }
}
