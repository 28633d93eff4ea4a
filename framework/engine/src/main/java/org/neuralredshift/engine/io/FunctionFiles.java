package org.neuralredshift.engine.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/** Reads a function that someone sampled on a grid, whatever program wrote it. */
public final class FunctionFiles {
    private static final String ACCEPTED =
            "Accepted are .npy (NumPy), .csv (rows of numbers), .arrow (Arrow IPC) and grey-scale .png.";

    private FunctionFiles() {}

    /**
     * Reads one function; the extension tells the format.
     *
     * @throws UserException if there is no such file, or it does not hold one grid of finite numbers
     */
    public static SampledFunction read(Path file) {
        if (!Files.exists(file)) {
            throw new UserException(
                    "There is no file " + file + ".",
                    "The path is relative to " + Path.of("").toAbsolutePath() + ".");
        }
        if (Files.isDirectory(file)) {
            throw new UserException(file + " is a folder, not a file.", ACCEPTED);
        }
        try {
            return finite(parse(file));
        } catch (IOException e) {
            throw new UserException(
                    "Cannot read " + file + ": " + Reasons.of(e) + ".", "Check the file and your rights to it.", e);
        }
    }

    private static SampledFunction parse(Path file) throws IOException {
        String extension = extension(file);
        return switch (extension) {
            case "npy" -> Npy.read(file);
            case "csv", "tsv", "txt" -> Csv.read(file);
            case "arrow", "feather" -> ArrowFunction.read(file);
            case "png" -> GreyPng.read(file);
            case "npz" ->
                throw new UserException(
                        file + " is an archive of several arrays.",
                        "Save one of them: np.save('function.npy', np.load('" + file.getFileName() + "')['NAME'])");
            default ->
                throw new UserException(
                        file + (extension.isEmpty() ? " has no extension" : " has the unknown extension ." + extension)
                                + ", so its format is not known.",
                        ACCEPTED);
        };
    }

    private static SampledFunction finite(SampledFunction function) {
        float[] values = function.values();
        int count = 0;
        int first = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                count++;
                first = first < 0 ? i : first;
            }
        }
        if (count > 0) {
            throw new UserException(
                    "%s: %s at row %d, column %d (counted from 0) is not finite in float32; %d of %d values are not."
                            .formatted(
                                    function.source(),
                                    values[first],
                                    first / function.columns(),
                                    first % function.columns(),
                                    count,
                                    values.length),
                    "A function with such values has no spectrum. Find them with np.argwhere(~np.isfinite(np.float32(a))).");
        }
        return function;
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
