package org.neuralredshift.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.network.SampledNetwork;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.figure.Figures;
import org.neuralredshift.engine.io.GreyPng;
import org.neuralredshift.engine.io.Npy;

/**
 * The output of {@code nrs sample}.
 *
 * @param path where it is
 */
record NetworkFolder(Path path) {
    private static final int PICTURE_SIDE = 512;

    /**
     * An existing or new folder; weights of an earlier sample are removed.
     *
     * @param force whether it may hold something
     * @throws UserException if it is a file, holds something, or cannot be written
     */
    static NetworkFolder create(Path path, boolean force) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new UserException(path + " is a file, not a folder.", "Give another folder with --to.");
        }
        try {
            Path weights = path.resolve("weights");
            Files.createDirectories(path);
            if (!force && !isEmpty(path)) {
                throw new UserException(
                        "The folder " + path + " is not empty.",
                        "Give another one with --to, or write into it with --force.");
            }
            Files.createDirectories(weights);
            try (Stream<Path> old = Files.list(weights)) {
                for (Path file : old.filter(f -> f.toString().endsWith(".npy")).toList()) {
                    Files.delete(file);
                }
            }
            return new NetworkFolder(path);
        } catch (IOException e) {
            throw new UserException(
                    "The folder " + path + " cannot be written: " + e + ".", "Check your rights to it.", e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Writes everything, and returns what network.json says. */
    Map<String, Object> write(
            SampledNetwork network, Parameters parameters, Backend backend, Samples function, List<Measured> measures) {
        Grid grid = (Grid) function.spec();
        int side = grid.size();
        Npy.write(path.resolve("function.npy"), function.values(), grid.shape());
        GreyPng.write(path.resolve("function.png"), function.values(), side, side, Math.max(1, PICTURE_SIDE / side));
        drawSpectrum(measures);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("nrs", Version.number());
        record.put("studySeed", network.studySeed());
        record.put("seed", network.seed());
        record.put("parameters", parameters.values());
        record.put("backend", extension(backend.id(), backend.revision()));
        record.put(
                "activation",
                extension(
                        network.architecture().activation().id(),
                        network.architecture().activation().revision()));
        record.put(
                "layer",
                extension(
                        network.architecture().layer().id(),
                        network.architecture().layer().revision()));
        record.put("weights", writeWeights(network, grid.points()));
        record.put("status", function.status().id());
        record.put("metrics", measures.stream().map(Measured::record).toList());
        writeText(path.resolve("network.json"), Json.indented(record) + "\n");
        return record;
    }

    /** Draws what the first metric that has a spectrum is the mean of; nothing if none has. */
    private void drawSpectrum(List<Measured> measures) {
        measures.stream().filter(m -> !m.spectrum().isEmpty()).findFirst().ifPresent(measured -> {
            double[] amplitudes = measured.spectrum().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            String title = measured.metric().label();
            Figures.spectrum(amplitudes, title, "frequency or order", "amplitude")
                    .writePng(path.resolve("spectrum.png"));
        });
    }

    private List<Map<String, Object>> writeWeights(SampledNetwork network, int points) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (Tensor.Weight weight : network.graph(points).weights()) {
            String file = "weights/" + weight.name() + ".npy";
            int[] shape = weight.shape().extents().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            Npy.write(path.resolve(file), network.draw(weight), shape);
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("name", weight.name());
            record.put("shape", weight.shape().extents());
            record.put("role", weight.role().name().toLowerCase(Locale.ROOT));
            record.put("fanIn", weight.fanIn());
            record.put("fanOut", weight.fanOut());
            record.put("halfWidth", network.initialisation().halfWidth(weight, network.magnitude()));
            record.put("file", file);
            records.add(record);
        }
        return records;
    }

    private static Map<String, Object> extension(String id, int revision) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("revision", revision);
        return record;
    }

    private static void writeText(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UserException(file + " cannot be written: " + e + ".", "Check the folder and the free space.", e);
        }
    }
}
