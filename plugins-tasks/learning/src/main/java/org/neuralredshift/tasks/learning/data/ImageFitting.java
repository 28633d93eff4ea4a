package org.neuralredshift.tasks.learning.data;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;

import java.util.Map;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.learning.Plane;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/**
 * An image as a function of its coordinates (an implicit neural representation). Each pixel is an example: its centre (x1, x2), x1
 * to the right and x2 upwards, the longer side from -1 to 1; its shade from 0 (black) to 1 (white). A random few pixels, by the
 * seed, are left out of training and judge what lies between the others.
 */
public final class ImageFitting implements Dataset {
    private static final String FILE = "file";
    private static final String SIZE = "size";

    private static final ParameterSchema PARAMETERS = ParameterSchema.of(
            Parameter.text(FILE, "", ASSUMED, "a PNG or JPEG file, in colour or grey; if empty, an image is drawn"),
            Parameter.integer(SIZE, 64, ASSUMED, 4, 512, "pixels", "the longer side of the image is scaled to this"),
            Parameter.real(Split.TRAIN_FRACTION, 0.9, ASSUMED, 0, 1, "", "share of the pixels that are for training"));

    private record Key(String file, int size) {}

    private record Table(GreyImage image, float[] inputs, String note) {}

    private final Shared<Key, Table> tables = new Shared<>(ImageFitting::table);

    /** For the service loader. */
    public ImageFitting() {}

    @Override
    public String id() {
        return "image";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "The shades of an image, as a function of where they are.",
                "shade = f(x1, x2), (x1, x2) in [-1, 1]^2",
                "Teney et al., Neural Redshift: Random Networks are not Random Functions, CVPR 2024");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Examples examples(Parameters parameters, long studySeed, long seed) {
        Table table = tables.of(new Key(parameters.text(FILE), parameters.count(SIZE)));
        float[] shades = table.image().shades();
        Split split = Split.random(shades.length, parameters.real(Split.TRAIN_FRACTION), studySeed, seed);
        return new Examples(
                2,
                1,
                table.inputs(),
                shades,
                split.train(),
                Map.of("test", split.test()),
                new Goal.Signal(1),
                Plane.square(1),
                table.note());
    }

    private static Table table(Key key) {
        if (key.file().isEmpty()) {
            return table(key, TestCard.draw(key.size()), "an image drawn by the program");
        }
        ImageFile.Content content = new ImageFile(FILE, key.file()).read();
        GreyImage image = content.image().scaled(key.size());
        return table(key, image, "the image " + key.file() + " " + content.checksum());
    }

    private static Table table(Key key, GreyImage image, String source) {
        requireShades(key, image);
        int longer = Math.max(image.width(), image.height());
        float[] inputs = new float[2 * image.width() * image.height()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int row = y * image.width() + x;
                inputs[2 * row] = (float) ((2 * x + 1 - image.width()) / (double) longer);
                inputs[2 * row + 1] = (float) ((image.height() - 1 - 2 * y) / (double) longer);
            }
        }
        return new Table(image, inputs, source + " at " + image.width() + " × " + image.height() + " pixels");
    }

    private static void requireShades(Key key, GreyImage image) {
        float first = image.shades()[0];
        for (float shade : image.shades()) {
            if (shade != first) {
                return;
            }
        }
        throw new InvalidParameterException(
                FILE,
                key.file(),
                "an image of more than one shade: there is nothing to learn from " + first + " alone");
    }
}
