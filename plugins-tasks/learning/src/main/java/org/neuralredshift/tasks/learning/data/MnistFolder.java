package org.neuralredshift.tasks.learning.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.random.RandomStream;

/**
 * MNIST from its four IDX files, plain or gzipped, in one folder. The images of each digit are shuffled once for a study, so that
 * the first few are a random choice. Immutable.
 */
final class MnistFolder implements DigitSource {
    /** No weight of a network uses it; ASCII for MNIS. */
    private static final int STREAM = 0x4D_4E_49_53;

    private static final int PIXELS = SIZE * SIZE;

    /** @param ofDigit rows of the images of each digit, in a random order */
    private record Images(byte[] pixels, List<int[]> ofDigit) {}

    private final Images train;
    private final Images test;
    private final String parameter;
    private final String folder;
    private final List<String> sums = new ArrayList<>(4);

    /**
     * Reads all four files.
     *
     * @param parameter name of the parameter that names the folder, for errors
     * @throws InvalidParameterException naming the file, what is wrong with it, and what to do
     */
    MnistFolder(String parameter, String folder, long studySeed) {
        this.parameter = parameter;
        this.folder = folder;
        train = images("train", 0, studySeed);
        test = images("t10k", 1, studySeed);
    }

    private Images images(String prefix, int series, long studySeed) {
        IdxFile images = read(prefix + "-images", "idx3-ubyte", IdxFile.Content.IMAGES);
        IdxFile labels = read(prefix + "-labels", "idx1-ubyte", IdxFile.Content.LABELS);
        if (images.count() != labels.count()) {
            throw refused(images.file().getFileName() + " holds " + images.count() + " images and "
                    + labels.file().getFileName() + " " + labels.count()
                    + " labels, so they do not belong together; download both again");
        }
        return new Images(images.values(), byDigit(labels, new RandomStream().reset(studySeed, series, 0, STREAM)));
    }

    private IdxFile read(String start, String end, IdxFile.Content content) {
        try {
            IdxFile file = IdxFile.read(find(start, end), content);
            if (sums.stream().anyMatch(sum -> sum.endsWith(" " + file.checksum()))) {
                throw refused(file.file().getFileName()
                        + " holds the same as another of the four files, so the test set would"
                        + " be the training set; download it again");
            }
            sums.add(file.file().getFileName() + " " + file.checksum());
            return file;
        } catch (IdxFile.Unreadable e) {
            throw new InvalidParameterException(parameter, folder, wanted(String.valueOf(e.getMessage())), e);
        }
    }

    /** The file as it is distributed, or as some programs unpack it. */
    private Path find(String start, String end) {
        Path path = path();
        for (String name : List.of(start + "-" + end, start + "." + end)) {
            for (String suffix : List.of("", ".gz")) {
                if (Files.isRegularFile(path.resolve(name + suffix))) {
                    return path.resolve(name + suffix);
                }
            }
        }
        throw refused(
                Files.isDirectory(path)
                        ? start + "-" + end + " is not there, nor " + start + "-" + end + ".gz"
                        : "there is no such folder in " + Path.of("").toAbsolutePath());
    }

    private Path path() {
        try {
            return Path.of(folder);
        } catch (InvalidPathException e) {
            throw new InvalidParameterException(parameter, folder, wanted("this is no name of a folder"), e);
        }
    }

    private InvalidParameterException refused(String found) {
        return new InvalidParameterException(parameter, folder, wanted(found));
    }

    private static String wanted(String found) {
        return "the folder of MNIST's four IDX files, or left out for digits that the program draws: " + found;
    }

    private List<int[]> byDigit(IdxFile labels, RandomStream stream) {
        int[] counts = new int[10];
        for (int row = 0; row < labels.count(); row++) {
            int label = labels.values()[row] & 0xFF;
            if (label > 9) {
                throw refused(labels.file().getFileName() + " has label " + label + " at number " + row
                        + ", but digits are 0 to 9; download it again");
            }
            counts[label]++;
        }
        List<int[]> rows = Arrays.stream(counts).mapToObj(int[]::new).toList();
        Arrays.fill(counts, 0);
        for (int row = 0; row < labels.count(); row++) {
            int label = labels.values()[row];
            rows.get(label)[counts[label]++] = row;
        }
        rows.forEach(stream::shuffle);
        return rows;
    }

    private Images of(Collection collection) {
        return collection == Collection.TRAIN ? train : test;
    }

    @Override
    public int available(Collection collection) {
        return of(collection).ofDigit().stream()
                .mapToInt(rows -> rows.length)
                .min()
                .orElse(0);
    }

    @Override
    public void image(Collection collection, int digit, int number, float[] image) {
        Images images = of(collection);
        int from = images.ofDigit().get(digit)[number] * PIXELS;
        for (int i = 0; i < PIXELS; i++) {
            image[i] = (images.pixels()[from + i] & 0xFF) / 255f;
        }
    }

    @Override
    public String note() {
        return "MNIST of " + folder + ": " + String.join("; ", sums);
    }
}
