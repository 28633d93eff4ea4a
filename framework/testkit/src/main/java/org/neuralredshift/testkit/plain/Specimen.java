package org.neuralredshift.testkit.plain;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Probe;

/** A sampled function, measured as the host does it: a probe sees only what has a shape. */
public final class Specimen {
    private final Samples samples;
    private final Measurement out = new Measurement();

    /** A function by its samples. */
    public Specimen(SampleSpec spec, float[] values) {
        this.samples = new Samples(spec);
        System.arraycopy(values, 0, samples.values(), 0, values.length);
    }

    /** Measures it so many times, allocating nothing itself. */
    public void measure(Probe probe, int times) {
        for (int time = 0; time < times; time++) {
            out.clear();
            probe.measure(samples, out);
        }
    }

    /**
     * Measures one function.
     *
     * @param where what it is, for errors
     * @throws AssertionError if the function has no shape, or if the probe writes to the samples
     */
    public static Measurement measure(Probe probe, SampleSpec spec, float[] values, String where) {
        Specimen specimen = new Specimen(spec, values);
        Status status = specimen.samples.status();
        if (status != Status.OK) {
            throw new AssertionError(where + " is " + status + " where it is sampled");
        }
        specimen.measure(probe, 1);
        if (!Arrays.equals(values, specimen.samples.values())) {
            throw new AssertionError(where + ": the probe has changed the samples, which others read after it");
        }
        return specimen.out;
    }

    /** Measures functions that lie in one Arrow batch, and closes it. */
    public static void measureFromArrow(Probe probe, SampleSpec spec, Shapes[] shapes, Memory memory) {
        try (SampleBatch batch = new SampleBatch(memory, spec, shapes.length)) {
            long bytes = (long) spec.points() * Float.BYTES;
            for (int i = 0; i < shapes.length; i++) {
                MemorySegment.copy(
                        MemorySegment.ofArray(shapes[i].sampled(spec)), 0, batch.segment(), i * bytes, bytes);
            }
            Samples view = new Samples(spec);
            Measurement out = new Measurement();
            for (int i = 0; i < shapes.length; i++) {
                batch.read(i, view);
                out.clear();
                probe.measure(view, out);
                float[] kept = Programs.floats(batch.segment().asSlice(i * bytes, bytes));
                if (!Arrays.equals(shapes[i].sampled(spec), kept)) {
                    throw new AssertionError(shapes[i] + ": the probe has written to the batch");
                }
            }
        }
    }

    /** The samples times a number, plus a number. */
    public static float[] changed(float[] values, float factor, float offset) {
        float[] changed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            changed[i] = values[i] * factor + offset;
        }
        return changed;
    }

    /** Samplings that few metrics take: scattered points, a line, unequal and uneven axes. */
    public static List<SampleSpec> unusual() {
        Axis uneven = new Axis("uneven", List.of(-1.0, -0.75, 0.0, 0.125, 1.0));
        return List.of(
                new PointSet(2, -0.5f, 0.25f, 0.125f, 1, 0, -1),
                Grid.uniform(9, 1),
                new Grid(List.of(Axis.uniform(7), Axis.uniform(5))),
                new Grid(List.of(uneven, uneven)));
    }

    /** Measures one function as the host does, whatever it is: a probe sees it if it has a shape. */
    public static Measurement measured(Probe probe, SampleSpec spec, float[] values) {
        Specimen specimen = new Specimen(spec, values);
        specimen.out.status(specimen.samples.status());
        if (specimen.out.status() == Status.OK) {
            specimen.measure(probe, 1);
        }
        return specimen.out;
    }

    /**
     * Functions of every status, by name: shapes as they are, small, large, and with an offset that leaves a few hundredths of the
     * magnitude to vary; one that is constant, some with a variation that is rounding noise, or just is none, and some that are not
     * finite everywhere.
     */
    public static Map<String, float[]> ofEveryStatus(SampleSpec spec) {
        Map<String, float[]> functions = new LinkedHashMap<>();
        for (Shapes shape : Shapes.values()) {
            float[] values = shape.sampled(spec);
            functions.put(shape.name(), values);
            functions.put(shape + " times 2^124", changed(values, 0x1p124f, 0));
            functions.put(shape + " times 2^-100", changed(values, 0x1p-100f, 0));
            functions.put(shape + " plus 100", changed(values, 1, 100));
        }
        float[] wave = Shapes.WAVE.sampled(spec);
        functions.put("a constant", changed(wave, 0, 3));
        functions.put("zero", changed(wave, 0, 0));
        functions.put("rounding noise", changed(wave, 0x1p-14f, 1));
        functions.put("more than rounding noise", changed(wave, 0x1p-8f, 1));
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            float[] spoiled = wave.clone();
            spoiled[spoiled.length / 2] = value;
            functions.put("a wave with a value of " + value, spoiled);
        }
        return functions;
    }
}
