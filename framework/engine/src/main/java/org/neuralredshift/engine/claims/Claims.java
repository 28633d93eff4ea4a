package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.store.Observations;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.study.Combinations;
import org.neuralredshift.engine.study.Study;

/** The claims of a study, tested. */
public final class Claims {
    private Claims() {}

    /** The claims of a study. */
    static List<Claim> of(Study study) {
        return study.claims().stream().map(ClaimReader::read).toList();
    }

    /** Tests the claims of an output folder against all its rows. */
    public static List<ClaimResult> test(ResultFolder folder) {
        Study study = folder.study();
        return test(study, Observations.of(folder.rows(), study.parameters().keySet()));
    }

    /** Tests the claims of a study. */
    public static List<ClaimResult> test(Study study, List<Observation> observations) {
        List<Claim> claims = of(study);
        if (claims.isEmpty()) {
            return List.of();
        }
        List<MeasuredCell> networks = MeasuredCell.of(study, observations);
        List<MeasuredCell> all = MeasuredCell.all(observations);
        return claims.stream()
                .map(claim -> test(claim, claim.nullModel().isEmpty() ? networks : nullModel(study, claim, all)))
                .toList();
    }

    private static List<MeasuredCell> nullModel(Study study, Claim claim, List<MeasuredCell> cells) {
        return cells.stream()
                .filter(cell -> study.nullModel(cell.parameters())
                        .filter(model -> model.name().equals(claim.nullModel()))
                        .isPresent())
                .toList();
    }

    static ClaimResult test(Claim claim, List<MeasuredCell> cells) {
        List<GroupResult> groups = new ArrayList<>();
        for (Map<String, Object> group : Combinations.of(claim.where())) {
            List<MeasuredCell> members =
                    cells.stream().filter(cell -> cell.hasAll(group)).toList();
            Sampled sampled = Sampled.of(claim, members);
            groups.add(new GroupResult(
                    name(claim, group),
                    sampled.estimate(),
                    sampled.units(),
                    sampled.measurements(),
                    sampled.leftOut(),
                    Verdict.of(sampled.estimate(), claim.expected())));
        }
        return new ClaimResult(
                claim,
                groups,
                Verdict.over(groups.stream().map(GroupResult::verdict).toList()));
    }

    /** What a group differs in from the others; the parameter's name is left out where the value speaks for itself. */
    private static String name(Claim claim, Map<String, Object> group) {
        return group.entrySet().stream()
                .filter(entry ->
                        claim.where().getOrDefault(entry.getKey(), List.of()).size() > 1)
                .map(entry -> entry.getValue() instanceof String word
                        ? word
                        : entry.getKey() + " " + Numbers.brief(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
