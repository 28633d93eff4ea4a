package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.neuralredshift.engine.claims.Networks;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.figure.Palette;
import org.neuralredshift.engine.figure.PointChart;
import org.neuralredshift.engine.figure.Scale;
import org.neuralredshift.engine.statistics.Estimate;
import org.neuralredshift.engine.statistics.Peak;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;

/** One metric or quantity against another, a point for each network, with their rank correlation. */
final class PointBlock {
    private static final int PARTS = 64;

    private final FigureSpec spec;
    private final ReportData data;
    private final String name;
    private final String x;
    private final String y;
    private final Map<String, List<Observation>> panels = new LinkedHashMap<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();

    PointBlock(FigureSpec spec, ReportData data, String name) {
        this.spec = spec;
        this.data = data;
        this.name = name;
        this.x = spec.metrics().getFirst();
        this.y = spec.metrics().getLast();
        NullModels nullModels = new NullModels(data.study());
        for (Observation observation : data.observations()) {
            boolean concerned = observation.concerns(x) || observation.concerns(y);
            if (concerned
                    && spec.shows(observation.parameters())
                    && nullModels.of(observation).isEmpty()) {
                panels.computeIfAbsent(words(spec.panels(), observation), title -> new ArrayList<>())
                        .add(observation);
                groups.computeIfAbsent(words(spec.ys(), observation), group -> groups.size());
            }
        }
    }

    private String words(List<String> parameters, Observation observation) {
        List<Object> values = parameters.stream()
                .map(parameter -> observation.parameters().getOrDefault(parameter, ""))
                .toList();
        return data.labels().composite(parameters, values, values.size(), spec.names());
    }

    Block block() {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("no row has what it shows");
        }
        Map<String, Networks> networks = new LinkedHashMap<>();
        panels.forEach((title, observations) -> networks.put(title, Networks.of(observations, x, y)));
        Scale along = scale(networks, Networks.Point::x);
        Scale up = scale(networks, Networks.Point::y);
        List<PointChart.Panel> drawn = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        networks.forEach((title, some) -> {
            Optional<Peak> peak = peak(some, along.logarithmic());
            Estimate rank = some.spearman();
            List<String> row = new ArrayList<>(List.of(
                    title.isEmpty() ? "all" : title,
                    Estimates.text(rank, 2),
                    some.points().size() + " in " + rank.units() + " " + some.units(),
                    Estimates.leftOut(some.leftOut())));
            if (!spec.fitted().isEmpty()) {
                row.add(peak.map(PointBlock::text).orElse("–"));
            }
            table.add(row);
            drawn.add(new PointChart.Panel(
                    title, dots(some), peak.map(PointBlock::path).orElse(List.of()), note(rank)));
        });
        List<PointChart.Group> colours = new ArrayList<>();
        groups.forEach(
                (label, index) -> colours.add(new PointChart.Group(label, Palette.of(index, groups.size(), false))));
        PointChart chart = new PointChart(drawn, colours, along, up, label(x), label(y));
        String caption = caption(networks);
        Html html = new Html().chart(chart.drawing(""), name, caption);
        List<String> heads = new ArrayList<>(List.of("", "Spearman's ρ", "networks", "left out"));
        if (!spec.fitted().isEmpty()) {
            heads.add("quadratic fit is largest at");
        }
        html.table(
                y + " and " + x
                        + ": rank correlation with a 95 % bootstrap interval, whole cells resampled (networks, if"
                        + " there are few cells)",
                heads,
                table);
        String title = spec.title().isEmpty() ? y + " against " + x : spec.title();
        return new Block(title, "", Map.of(name, chart.drawing(caption)), html.toString(), Map.of());
    }

    private String label(String measure) {
        String unit = data.study().measured().unit(Expanded.bare(measure));
        String shown = spec.names().getOrDefault(measure, measure);
        return unit.isEmpty() ? shown : shown + " (" + unit + ")";
    }

    private static Scale scale(Map<String, Networks> networks, ToDoubleFunction<Networks.Point> value) {
        double[] values = networks.values().stream()
                .flatMap(some -> some.points().stream())
                .mapToDouble(value)
                .toArray();
        return Scale.around(
                DoubleStream.of(values).min().orElse(Double.NaN),
                DoubleStream.of(values).max().orElse(Double.NaN));
    }

    private List<PointChart.Dot> dots(Networks networks) {
        return networks.points().stream()
                .map(point -> new PointChart.Dot(
                        groups.getOrDefault(words(spec.ys(), point.observation()), 0), point.x(), point.y()))
                .toList();
    }

    private Optional<Peak> peak(Networks networks, boolean logarithmic) {
        if (!spec.fitted().contains(y)) {
            return Optional.empty();
        }
        Map<Long, Integer> seeds = new TreeMap<>();
        networks.points().forEach(point -> seeds.putIfAbsent(point.observation().seed(), seeds.size()));
        Peak peak = Peak.of(
                networks.points().stream().mapToDouble(Networks.Point::x).toArray(),
                networks.points().stream().mapToDouble(Networks.Point::y).toArray(),
                networks.points().stream()
                        .mapToInt(
                                point -> seeds.getOrDefault(point.observation().seed(), 0))
                        .toArray(),
                seeds.size(),
                logarithmic);
        return peak.fit().isDefined() ? Optional.of(peak) : Optional.empty();
    }

    private static List<double[]> path(Peak peak) {
        List<double[]> path = new ArrayList<>();
        for (int i = 0; i <= PARTS; i++) {
            double u = peak.fit().low() + (peak.fit().high() - peak.fit().low()) * i / PARTS;
            path.add(new double[] {
                peak.logarithmic() ? Math.exp(u) : u, peak.fit().at(u)
            });
        }
        return path;
    }

    private static String text(Peak peak) {
        return Estimates.text(peak.at(), 2)
                + (peak.fit().hasPeak() ? ", a maximum" : ", the end: it has no maximum inside the range");
    }

    private static String note(Estimate rank) {
        String interval = rank.hasInterval()
                ? " [" + Numbers.fixed(rank.low(), 2) + ", " + Numbers.fixed(rank.high(), 2) + "]"
                : "";
        return "ρ " + Numbers.fixed(rank.value(), 2) + interval;
    }

    /** How many points a panel has. */
    private static String shown(Map<String, Networks> networks) {
        IntSummaryStatistics points = networks.values().stream()
                .mapToInt(some -> some.points().size())
                .summaryStatistics();
        String least = points.getMin() == points.getMax() ? "" : points.getMin() + " to ";
        return least + points.getMax() + (networks.size() == 1 ? " in all" : " in a panel");
    }

    private String caption(Map<String, Networks> networks) {
        Map<String, Integer> leftOut = new TreeMap<>();
        int all = 0;
        for (Networks some : networks.values()) {
            some.leftOut().forEach((status, count) -> leftOut.merge(status, count, Integer::sum));
            all += some.points().size();
        }
        int others = leftOut.values().stream().mapToInt(Integer::intValue).sum();
        String lacking = Caption.withoutValue(leftOut, all + others);
        return "Each point is a network, " + shown(networks)
                + ". ρ: Spearman's rank correlation with its 95 % interval."
                + (spec.fitted().isEmpty() ? "" : " Curves: quadratic fits.")
                + (lacking.isEmpty() ? "" : " " + lacking + ".");
    }
}
