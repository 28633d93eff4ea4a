package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.figure.Scale;
import org.neuralredshift.engine.statistics.Estimate;
import org.neuralredshift.engine.statistics.Peak;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;

/** Quadratic fits of the curves of a row of panels: over the logarithm of x where the axis is logarithmic. */
final class Fits {
    private record Place(int panel, int row) {}

    private final FigureSpec spec;
    private final Sweep sweep;
    private final Map<Place, Peak> peaks = new HashMap<>();

    /**
     * @param asked as the study has it
     * @param spec of the one metric that the sweep shows
     */
    Fits(FigureSpec asked, FigureSpec spec, Sweep sweep) {
        this.spec = spec;
        this.sweep = sweep;
        for (int panel = 0; panel < sweep.panelCount(); panel++) {
            HeatMap map = sweep.heatMap(panel);
            for (int row = 0; row < map.y().size(); row++) {
                if (asked.fitted().contains(label(asked, panel, row))) {
                    Place place = new Place(panel, row);
                    peak(panel, row, map).ifPresent(peak -> peaks.put(place, peak));
                }
            }
        }
    }

    /** Which label a line is of. */
    private String label(FigureSpec asked, int panel, int row) {
        if (asked.metrics().size() == 1) {
            return asked.metric();
        }
        for (int column = 0; column < sweep.x(panel).size(); column++) {
            for (Observation observation : sweep.observations(panel, column, row)) {
                return observation
                        .parameters()
                        .getOrDefault(Expanded.MEASURE, "")
                        .toString();
            }
        }
        return "";
    }

    private Optional<Peak> peak(int panel, int row, HeatMap map) {
        boolean logarithmic = Scale.along(LineRow.numbers(map)).logarithmic();
        List<double[]> points = new ArrayList<>();
        Map<Long, Integer> seeds = new HashMap<>();
        for (int column = 0; column < map.x().size(); column++) {
            double x = ((Number) map.x().values().get(column)).doubleValue();
            for (Observation observation : sweep.observations(panel, column, row)) {
                if (observation.isOk()) {
                    int seed = seeds.computeIfAbsent(observation.seed(), s -> seeds.size());
                    points.add(new double[] {x, observation.value(), seed});
                }
            }
        }
        Peak peak = Peak.of(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(),
                points.stream().mapToInt(point -> (int) point[2]).toArray(),
                seeds.size(),
                logarithmic);
        return peak.fit().isDefined() ? Optional.of(peak) : Optional.empty();
    }

    /** The fit of a curve; empty if none was asked for, or its points do not determine one. */
    Optional<Peak> of(int panel, int row) {
        return Optional.ofNullable(peaks.get(new Place(panel, row)));
    }

    boolean isEmpty() {
        return peaks.isEmpty();
    }

    /** A table of the peaks. */
    void write(Html html) {
        if (isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (int panel = 0; panel < sweep.panelCount(); panel++) {
            HeatMap map = sweep.heatMap(panel);
            for (int row = 0; row < map.y().size(); row++) {
                Object line = map.y().values().get(row);
                String name = map.y().size() == 1 ? map.title() : map.title() + ", " + sweep.yLabel(line);
                of(panel, row).ifPresent(peak -> rows.add(row(name, peak)));
            }
        }
        html.table(
                "Quadratic fits of " + spec.metric()
                        + " by least squares over all networks of a line"
                        + (peaks.values().iterator().next().logarithmic() ? ", on the logarithm of " + spec.x() : "")
                        + ": where the curve is largest, with a 95 % bootstrap interval, seeds resampled",
                List.of("", spec.x() + " of the peak", "value of the curve there", "networks, seeds", "shape"),
                rows);
    }

    private static List<String> row(String name, Peak peak) {
        Estimate at = peak.at();
        String place = Numbers.brief(at.value())
                + (at.hasInterval() ? " [" + Numbers.brief(at.low()) + ", " + Numbers.brief(at.high()) + "]" : "");
        return List.of(
                name,
                place,
                Numbers.fixed(peak.value(at.value()), 3),
                peak.points() + ", " + at.units(),
                peak.fit().hasPeak() ? "a maximum" : "no maximum inside the range: largest at its end");
    }
}
