package org.neuralredshift.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Part;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.network.SampledNetwork;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.figure.Figures;
import org.neuralredshift.engine.io.GreyPng;
import org.neuralredshift.engine.io.Npy;
import org.neuralredshift.engine.plugin.ExtensionKind;

/**
 * The output of {@code nrs sample}.
 *
 * @param path where it is
 */
record NetworkFolder(Path path) {
    private static final int PICTURE_SIDE = 512;
    private static final String SPECTRUM = "spectrum.png";
    private static final String WEIGHTS = "weights";

    /**
     * Checks that a network can be written there; changes nothing.
     *
     * @param force whether the folder may hold something
     * @throws UserException if it is a file, or holds something
     */
    static void requireFree(Path path, boolean force) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new UserException(path + " is a file, not a folder.", "Give another folder with --to.");
        }
        try {
            if (!force && Files.exists(path) && !isEmpty(path)) {
                throw new UserException(
                        "The folder " + path + " is not empty.",
                        "Give another one with --to, or write into it with --force.");
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /**
     * Writes everything beside what is there, then puts it in its place: an earlier network is replaced when this one is
     * complete, and other files are kept. Returns what network.json says.
     *
     * @throws UserException if the folder cannot be written
     */
    static Map<String, Object> write(
            Path path,
            SampledNetwork network,
            Parameters parameters,
            Backend backend,
            Samples function,
            List<Measured> measures,
            SpectrumPicture spectrum,
            ComputedBy computedBy) {
        try {
            Files.createDirectories(path);
            Path staging = Files.createTempDirectory(path, ".network");
            try {
                Files.createDirectory(staging.resolve(WEIGHTS));
                NetworkFolder fresh = new NetworkFolder(staging);
                Map<String, Object> record =
                        fresh.write(network, parameters, backend, function, measures, spectrum, computedBy);
                replace(path, staging);
                return record;
            } finally {
                delete(staging);
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static void replace(Path path, Path staging) throws IOException {
        Files.deleteIfExists(path.resolve(SPECTRUM));
        Path weights = Files.createDirectories(path.resolve(WEIGHTS));
        for (Path old : files(weights)) {
            if (old.toString().endsWith(".npy")) {
                Files.delete(old);
            }
        }
        for (Path file : files(staging)) {
            Files.move(file, path.resolve(staging.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static UserException unwritable(Path path, IOException e) {
        return new UserException(
                "The folder " + path + " cannot be written: " + Reasons.of(e) + ".", "Check your rights to it.", e);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private Map<String, Object> write(
            SampledNetwork network,
            Parameters parameters,
            Backend backend,
            Samples function,
            List<Measured> measures,
            SpectrumPicture spectrum,
            ComputedBy computedBy) {
        Grid grid = (Grid) function.spec();
        int side = grid.size();
        Npy.write(path.resolve("function.npy"), function.values(), grid.shape());
        GreyPng.write(path.resolve("function.png"), function.values(), side, side, Math.max(1, PICTURE_SIDE / side));
        draw(spectrum);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("nrs", Version.number());
        record.put("studySeed", network.studySeed());
        record.put("seed", network.seed());
        record.put("parameters", parameters.values());
        record.put("backend", extension(backend.id(), backend.revision()));
        List<Extension> extensions = extensions(network.architecture());
        record.put("extensions", revisions(extensions));
        record.put(
                "plugins",
                Stream.<List<? extends Extension>>of(
                                List.of(backend),
                                extensions,
                                measures.stream()
                                        .map(one -> one.metric().metric())
                                        .distinct()
                                        .toList())
                        .<Extension>flatMap(List::stream)
                        .map(computedBy::extension)
                        .toList());
        record.put("weights", writeWeights(network, grid.points()));
        record.put("status", function.status().id());
        if (spectrum.amplitudes().isEmpty()) {
            record.put("noSpectrum", spectrum.text());
        }
        record.put("metrics", measures.stream().map(Measured::record).toList());
        writeText(path.resolve("network.json"), Json.indented(record) + "\n");
        return record;
    }

    private void draw(SpectrumPicture spectrum) {
        if (!spectrum.amplitudes().isEmpty()) {
            double[] amplitudes = spectrum.amplitudes().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            Figures.spectrum(amplitudes, spectrum.text(), "frequency or order", "amplitude")
                    .writePng(path.resolve(SPECTRUM));
        }
    }

    private List<Map<String, Object>> writeWeights(SampledNetwork network, int points) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (Tensor.Weight weight : network.graph(points).weights()) {
            String file = WEIGHTS + "/" + weight.name() + ".npy";
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

    /** Every extension that the network is made of. */
    private static List<Extension> extensions(Architecture architecture) {
        return Stream.of(architecture.encoding(), architecture.layers(), List.of(architecture.readOut()))
                .flatMap(List::stream)
                .<Extension>map(part -> switch (part) {
                    case Part.Layered layered -> layered.layer();
                    case Part.Activated activated -> activated.activation();
                })
                .distinct()
                .toList();
    }

    /** Their revisions, by names such as {@code layer/dense}. */
    private static Map<String, Object> revisions(List<Extension> extensions) {
        Map<String, Object> revisions = new TreeMap<>();
        extensions.forEach(extension -> revisions.put(ExtensionKind.name(extension), extension.revision()));
        return revisions;
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
            throw new UserException(
                    file + " cannot be written: " + Reasons.of(e) + ".", "Check the folder and the free space.", e);
        }
    }
}
