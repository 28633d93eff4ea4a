package org.neuralredshift.engine.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.claims.ClaimResult;
import org.neuralredshift.engine.claims.Claims;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

/**
 * The figures and the page of an output folder.
 *
 * @param page its file
 * @param problems what it lacks and why, as it says itself: rows of networks, or figures that cannot be drawn
 */
public record Report(Path page, List<String> problems) {
    public Report {
        problems = List.copyOf(problems);
    }

    /**
     * Writes {@code figures/*.png}, {@code figures/*.svg} and {@code report.html}, from rows alone: equal rows give equal
     * bytes.
     *
     * @param folder an output folder, finished or not
     * @throws UserException if the folder holds no results, or no rows yet, or cannot be written to, or the machine has no font
     */
    public static Report write(Path folder) {
        return write(folder, ReportData.of(ResultFolder.open(folder)));
    }

    static Report write(Path folder, ReportData data) {
        List<Block> blocks = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        data.extent().notice().ifPresent(problems::add);
        List<ClaimResult> claims = Claims.test(data.study(), data.observations());
        List<FigureSpec> specs = specs(data.study());
        for (int i = 0; i < specs.size(); i++) {
            FigureSpec spec = specs.get(i);
            try {
                blocks.add(block(spec, data, FigureFiles.name(i, spec)));
            } catch (IllegalArgumentException e) {
                problems.add("Figure " + (i + 1) + " (" + spec.kind().id() + ") is not drawn: " + e.getMessage() + ".");
            }
        }
        String hint =
                "Check the rights and the free space, then run nrs report " + folder + " again: the rows are safe.";
        FigureFiles.write(folder, blocks, hint);
        return new Report(PageFile.write(folder, Page.html(data, claims, blocks, problems), hint), problems);
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
            case POINTS -> new PointBlock(spec, data, name).block();
            case SCATTER -> new ScatterBlock(spec, data, name).block();
        };
    }
}
