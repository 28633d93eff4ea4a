package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.neuralredshift.engine.claims.MetricCorrelation;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.figure.Palette;
import org.neuralredshift.engine.figure.Scale;
import org.neuralredshift.engine.figure.ScatterMatrix;
import org.neuralredshift.engine.statistics.Estimate;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

/** Metrics against one another, a point for each network. */
final class ScatterBlock {
    private static final int MOST_DOTS = 24_000;
    private static final int LEAST_DRAWN = 200;
    private static final int MOST_DRAWN = 2000;
    private static final int PARTS = 24;

    private final FigureSpec spec;
    private final ReportData data;
    private final String name;
    private final List<MetricCorrelation> correlations;
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final List<Block.Point> networks = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Map<String, List<double[]>> references = new LinkedHashMap<>();

    ScatterBlock(FigureSpec spec, ReportData data, String name) {
        this.correlations = data.correlations(spec);
        this.spec = spec;
        this.data = data;
        this.name = name;
        NullModels nullModels = new NullModels(data.study());
        Observation previous = null;
        double[] values = new double[0];
        boolean isWhole = false;
        for (Observation observation : data.observations()) {
            if (previous == null || !observation.isOfNetworkOf(previous)) {
                values = new double[spec.metrics().size()];
                Arrays.fill(values, Double.NaN);
                isWhole = add(nullModels.of(observation), observation, values);
            }
            int metric = spec.metrics().indexOf(observation.metric());
            if (observation.isOk()) {
                if (metric >= 0) {
                    values[metric] = observation.value();
                }
            } else if (isWhole && (metric >= 0 || observation.metric().isEmpty())) {
                leftOut.merge(observation.status(), 1, Integer::sum);
                isWhole = false;
            }
            previous = observation;
        }
    }

    /** Whether it is a network that the figure shows. */
    private boolean add(Optional<Study.NullModel> nullModel, Observation observation, double[] values) {
        if (nullModel.isPresent()) {
            references
                    .computeIfAbsent(nullModel.get().name(), n -> new ArrayList<>())
                    .add(values);
            return false;
        }
        if (!spec.shows(observation.parameters())) {
            return false;
        }
        List<Object> colours = spec.ys().stream()
                .map(parameter -> observation.parameters().getOrDefault(parameter, ""))
                .toList();
        String group = data.labels().composite(spec.ys(), colours, colours.size(), spec.names());
        int index = groups.computeIfAbsent(group, g -> groups.size());
        networks.add(new Block.Point(observation.cell(), observation.seed(), index, values));
        return true;
    }

    Block block() {
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("no row has what it shows");
        }
        List<ScatterMatrix.Mark> marks = marks();
        List<ScatterMatrix.Measure> measures = IntStream.range(0, spec.metrics().size())
                .mapToObj(metric -> measure(metric, marks))
                .toList();
        List<ScatterMatrix.Group> colours = new ArrayList<>();
        groups.forEach(
                (label, index) -> colours.add(new ScatterMatrix.Group(label, Palette.of(index, groups.size(), false))));
        List<Block.Point> drawn = drawn();
        ScatterMatrix matrix = new ScatterMatrix(
                measures,
                colours,
                drawn.stream()
                        .map(point -> new ScatterMatrix.Point(point.group(), point.values()))
                        .toList(),
                marks,
                pairs());
        String caption = caption(drawn.size());
        Html html = new Html().chart(matrix.drawing("", name), name, caption);
        String title = spec.title().isEmpty() ? "Metrics against one another" : spec.title();
        List<Scale> scales = measures.stream().map(ScatterMatrix.Measure::scale).toList();
        return new Block(
                title,
                "",
                Map.of(name, matrix.drawing(caption, "")),
                html.toString(),
                Map.of(),
                Map.of(name, colours.size() + marks.size()),
                Optional.of(new Block.Scatter(name, spec.metrics(), scales, drawn)));
    }

    private ScatterMatrix.Measure measure(int metric, List<ScatterMatrix.Mark> marks) {
        double[] values = networks.stream()
                .mapToDouble(point -> point.values()[metric])
                .filter(Double::isFinite)
                .toArray();
        DoubleStream compared =
                marks.stream().mapToDouble(mark -> mark.values()[metric]).filter(Double::isFinite);
        DoubleSummaryStatistics extent =
                DoubleStream.concat(Arrays.stream(values), compared).summaryStatistics();
        Scale scale = Scale.around(extent.getMin(), extent.getMax());
        Integer[] counts = new Integer[PARTS];
        Arrays.fill(counts, 0);
        for (double value : values) {
            counts[Math.clamp((int) (scale.position(value) * PARTS), 0, PARTS - 1)]++;
        }
        String label = spec.metrics().get(metric);
        return new ScatterMatrix.Measure(spec.names().getOrDefault(label, label), scale, List.of(counts));
    }

    /** Evenly chosen, so that a page of many networks stays small. */
    private List<Block.Point> drawn() {
        int panels = spec.metrics().size() * (spec.metrics().size() - 1) / 2;
        int most = Math.clamp(MOST_DOTS / panels, LEAST_DRAWN, MOST_DRAWN);
        int count = Math.min(most, networks.size());
        return IntStream.range(0, count)
                .mapToObj(i -> networks.get((int) ((long) i * networks.size() / count)))
                .toList();
    }

    private List<ScatterMatrix.Mark> marks() {
        List<ScatterMatrix.Mark> marks = new ArrayList<>();
        references.forEach((label, points) -> {
            double[] means = new double[spec.metrics().size()];
            for (int metric = 0; metric < means.length; metric++) {
                int at = metric;
                means[metric] = points.stream()
                        .mapToDouble(values -> values[at])
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN);
            }
            // With fewer than two values no panel has it, and the legend would promise what nobody sees.
            if (Arrays.stream(means).filter(Double::isFinite).count() > 1) {
                marks.add(new ScatterMatrix.Mark(label, means));
            }
        });
        return marks;
    }

    private List<List<String>> pairs() {
        List<List<String>> pairs = new ArrayList<>();
        for (int first = 0; first < spec.metrics().size(); first++) {
            for (int second = first + 1; second < spec.metrics().size(); second++) {
                pairs.add(pair(spec.metrics().get(first), spec.metrics().get(second)));
            }
        }
        return pairs;
    }

    private List<String> pair(String first, String second) {
        return correlations.stream()
                .filter(pair -> List.of(pair.first(), pair.second()).containsAll(List.of(first, second)))
                .findFirst()
                .map(pair -> List.of(
                        "Pearson r " + Numbers.fixed(pair.pearson().value(), 2),
                        interval(pair.pearson()),
                        "Spearman ρ " + Numbers.fixed(pair.spearman().value(), 2),
                        interval(pair.spearman())))
                .orElse(List.of("nothing in common"));
    }

    private static String interval(Estimate estimate) {
        return estimate.hasInterval()
                ? "[" + Numbers.fixed(estimate.low(), 2) + ", " + Numbers.fixed(estimate.high(), 2) + "]"
                : "no interval";
    }

    private String caption(int drawn) {
        String lacking = Caption.withoutValue(leftOut, networks.size());
        return "Each point is a network"
                + (drawn < networks.size()
                        ? "; " + drawn + " of " + networks.size() + " are drawn, and all are counted"
                        : "")
                + ". On the diagonal: how many have which value. Above it: correlations with 95 % bootstrap intervals,"
                + " over the networks that both metrics measured."
                + (lacking.isEmpty() ? "" : " " + lacking + ".");
    }
}
