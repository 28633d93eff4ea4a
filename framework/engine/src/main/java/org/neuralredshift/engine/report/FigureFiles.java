package org.neuralredshift.engine.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.figure.Drawing;
import org.neuralredshift.engine.study.FigureSpec;

/** The figures of a report as files, beside its page. */
final class FigureFiles {
    private static final String FOLDER = "figures";
    private static final Pattern OURS = Pattern.compile("figure[0-9]+-("
            + Stream.of(FigureSpec.Kind.values()).map(FigureSpec.Kind::id).collect(Collectors.joining("|"))
            + ")-.*\\.(png|svg)");

    private FigureFiles() {}

    /** What the n-th figure, counted from 0, is called: a file name that is also an id in the page. */
    static String name(int index, FigureSpec spec) {
        String subject =
                spec.metrics().size() == 1 ? spec.metric() : spec.metrics().isEmpty() ? "functions" : "metrics";
        return "figure" + (index + 1) + "-" + spec.kind().id() + "-"
                + subject.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }

    /**
     * Writes {@code figures/*.png} and {@code figures/*.svg}. Those of an earlier report that this one does not have are
     * deleted; what else lies there stays.
     *
     * @param folder of the page
     * @param hint what to do if that fails
     * @throws UserException if they cannot be written
     */
    static void write(Path folder, List<Block> blocks, String hint) {
        Path figures = folder.resolve(FOLDER);
        try {
            Files.createDirectories(figures);
            Set<Path> written = new HashSet<>();
            for (Block block : blocks) {
                for (Map.Entry<String, Drawing> file : block.files().entrySet()) {
                    Path png = figures.resolve(file.getKey() + ".png");
                    Path svg = figures.resolve(file.getKey() + ".svg");
                    file.getValue().writePng(png);
                    file.getValue().writeSvg(svg);
                    written.addAll(List.of(png, svg));
                }
            }
            deleteOthers(figures, written);
        } catch (IOException e) {
            throw new UserException("Cannot write " + figures + ": " + e + ".", hint, e);
        }
    }

    private static void deleteOthers(Path figures, Set<Path> written) throws IOException {
        try (Stream<Path> files = Files.list(figures)) {
            for (Path file : files.toList()) {
                if (OURS.matcher(file.getFileName().toString()).matches() && !written.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
