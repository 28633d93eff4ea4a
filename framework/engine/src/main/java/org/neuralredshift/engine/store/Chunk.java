package org.neuralredshift.engine.store;

import java.util.ArrayList;
import java.util.List;
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

    /** One kept function. */
    record Kept(Trial trial, float[] values) {}

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
     * @throws IllegalArgumentException if it is sampled elsewhere than those before
     */
    public void add(Trial trial, Samples function) {
        if (spec == null) {
            spec = function.spec();
        } else if (!spec.equals(function.spec())) {
            throw new IllegalArgumentException("the functions that a batch keeps must be sampled at the same points");
        }
        samples.add(new Kept(trial, function.values().clone()));
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

    /** How many networks have a row that says failed. */
    public int failedNetworks() {
        return (int) failures().map(Row::trial).distinct().count();
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
