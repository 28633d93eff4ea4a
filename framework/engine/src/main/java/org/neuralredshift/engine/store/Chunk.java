package org.neuralredshift.engine.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/** The results of one batch, gathered in memory until they are committed together. */
public final class Chunk {
    /**
     * One row.
     *
     * @param results String, Long, Double or null by the position of the task's columns
     */
    record Row(
            Trial trial,
            Status status,
            @Nullable Object[] results,
            @Nullable String reason) {}

    /** One kept function at one stage. */
    record Kept(Trial trial, String stage, float[] values) {}

    /** One spectrum of a kept function. */
    record KeptSpectrum(Trial trial, String metric, double[] amplitudes) {}

    private final TrialBatch batch;
    private final List<Row> rows = new ArrayList<>();
    private final List<Kept> samples = new ArrayList<>();
    private final List<KeptSpectrum> spectra = new ArrayList<>();
    private @Nullable SampleSpec spec;

    /** Nothing yet. */
    public Chunk(TrialBatch batch) {
        this.batch = batch;
    }

    /** Adds a row; the array is kept. */
    public void add(Trial trial, Status status, @Nullable Object[] results, @Nullable String reason) {
        rows.add(new Row(trial, status, results, reason));
    }

    /**
     * Adds a copy of a sampled function.
     *
     * @param stage at which it was sampled
     * @throws IllegalArgumentException if it is sampled elsewhere than those before
     */
    public void add(Trial trial, String stage, Samples function) {
        add(new Kept(trial, stage, function.values().clone()), function.spec());
    }

    void add(Kept kept, SampleSpec at) {
        if (spec == null) {
            spec = at;
        } else if (!spec.equals(at)) {
            throw new IllegalArgumentException("the functions that a batch keeps must be sampled at the same points");
        }
        samples.add(kept);
    }

    /** Adds a copy of a spectrum. */
    public void add(Trial trial, String metric, double[] amplitudes) {
        spectra.add(new KeptSpectrum(trial, metric, amplitudes.clone()));
    }

    /** Adds what another chunk holds; all samples of a batch are taken at the same points. */
    public void add(Chunk other) {
        if (spec == null) {
            spec = other.spec;
        }
        rows.addAll(other.rows);
        samples.addAll(other.samples);
        spectra.addAll(other.spectra);
    }

    /**
     * The same results with the rows of each trial together, in the order of the batch; those of a trial keep their order.
     *
     * @throws IllegalStateException if a row, function or spectrum is of no trial of the batch
     */
    public Chunk inOrder() {
        Map<Trial, Integer> positions = new HashMap<>();
        batch.trials().forEach(trial -> positions.put(trial, positions.size()));
        Chunk ordered = new Chunk(batch);
        ordered.spec = spec;
        ordered.rows.addAll(sorted(rows, Row::trial, positions));
        ordered.samples.addAll(sorted(samples, Kept::trial, positions));
        ordered.spectra.addAll(sorted(spectra, KeptSpectrum::trial, positions));
        return ordered;
    }

    private static <T> List<T> sorted(List<T> items, Function<T, Trial> trial, Map<Trial, Integer> positions) {
        return items.stream()
                .sorted(Comparator.comparingInt(item -> {
                    Integer position = positions.get(trial.apply(item));
                    if (position == null) {
                        throw new IllegalStateException(
                                "the task reports " + trial.apply(item) + ", which is no network of its batch");
                    }
                    return position;
                }))
                .toList();
    }

    /** How many networks have a row that says failed. */
    public int failedNetworks() {
        return failedTrials().size();
    }

    /** The networks that have a row that says failed. */
    public Set<Trial> failedTrials() {
        return failures().map(Row::trial).collect(Collectors.toSet());
    }

    /** The reason of the first row that says failed; empty if none does. */
    public String firstFailure() {
        return failures().findFirst().map(row -> String.valueOf(row.reason())).orElse("");
    }

    private Stream<Row> failures() {
        return rows.stream().filter(row -> row.status() == Status.FAILED);
    }

    /** The trials that have rows, in order, without repetition. */
    public List<Trial> trials() {
        return rows.stream().map(Row::trial).distinct().toList();
    }

    TrialBatch batch() {
        return batch;
    }

    List<Row> rows() {
        return rows;
    }

    List<Kept> samples() {
        return samples;
    }

    List<KeptSpectrum> spectra() {
        return spectra;
    }

    @Nullable
    SampleSpec spec() {
        return spec;
    }
}
