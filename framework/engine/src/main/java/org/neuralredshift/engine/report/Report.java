package org.neuralredshift.engine.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.claims.ClaimResult;
import org.neuralredshift.engine.claims.Claims;
import org.neuralredshift.engine.figure.Drawing;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

/** Makes the figures and the page of an output folder. */
public final class Report {
    private static final String PAGE = "report.html";
    private static final String FIGURES = "figures";

    private Report() {}

    /**
     * Writes {@code figures/*.png}, {@code figures/*.svg} and {@code report.html}, from rows alone: equal rows give equal
     * bytes. A figure that cannot be drawn is named on the page with the reason.
     *
     * @param folder an output folder, finished or not
     * @return the page
     * @throws UserException if the folder holds no results, or cannot be written to, or the machine has no font
     */
    public static Path write(Path folder) {
        return write(folder, ReportData.of(ResultFolder.open(folder)));
    }

    static Path write(Path folder, ReportData data) {
        List<Block> blocks = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<ClaimResult> claims = Claims.test(data.study(), data.observations());
        List<FigureSpec> specs = specs(data.study());
        for (int i = 0; i < specs.size(); i++) {
            FigureSpec spec = specs.get(i);
            try {
                blocks.add(block(spec, data, name(i, spec)));
            } catch (IllegalArgumentException e) {
                problems.add("Figure " + (i + 1) + " (" + spec.kind().id() + ") is not drawn: " + e.getMessage() + ".");
            }
        }
        try {
            Path figures = Files.createDirectories(folder.resolve(FIGURES));
            for (Block block : blocks) {
                for (Map.Entry<String, Drawing> file : block.files().entrySet()) {
                    file.getValue().writePng(figures.resolve(file.getKey() + ".png"));
                    file.getValue().writeSvg(figures.resolve(file.getKey() + ".svg"));
                }
            }
            Path temporary = folder.resolve(PAGE + ".tmp");
            Files.writeString(temporary, Page.html(data, claims, blocks, problems), StandardCharsets.UTF_8);
            return Files.move(
                    temporary,
                    folder.resolve(PAGE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserException(
                    "Cannot write the report in " + folder + ": " + e + ".",
                    "Check the rights and the free space, then run nrs report " + folder + " again: the rows are safe.",
                    e);
        }
    }

    private static List<FigureSpec> specs(Study study) {
        return study.figures().isEmpty()
                ? FigureSpec.defaults(study)
                : study.figures().stream()
                        .map(entry -> FigureSpec.read(entry, study))
                        .toList();
    }

    private static Block block(FigureSpec spec, ReportData data, String name) {
        return switch (spec.kind()) {
            case HEATMAP, PICTURES -> new HeatMapBlock(spec, data, name).block();
            case LINES -> new LineBlock(spec, data, name).block();
            case SCATTER -> new ScatterBlock(spec, data, name).block();
        };
    }

    /** A file name that is also an id in the page. */
    private static String name(int index, FigureSpec spec) {
        String subject =
                spec.metrics().size() == 1 ? spec.metric() : spec.metrics().isEmpty() ? "functions" : "metrics";
        return "figure" + (index + 1) + "-" + spec.kind().id() + "-"
                + subject.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }
}
