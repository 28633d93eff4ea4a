package org.neuralredshift.cli.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one burst came to.
 *
 * @param networks that were done; where networks are trained, steps of one network
 * @param wall seconds that it took
 * @param own processor seconds of this process
 * @param others share of the machine that other processes took, 0 to 1; NaN if the system does not tell
 * @param allocated bytes of objects that were made, by the burst and what surrounds it
 * @param threads that ran
 * @param backend that computed
 * @param first seconds until the first networks of this configuration were done: compiled, and what the backend needs at its
 *     first use
 * @param loss of one of the networks that were trained; NaN if none was
 */
public record BenchResult(
        long networks,
        double wall,
        double own,
        double others,
        long allocated,
        int threads,
        String backend,
        double first,
        double loss) {
    /** Networks per second. */
    public double rate() {
        return networks / wall;
    }

    /** By the names that the rival programs use. */
    public Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("nets_per_s", rate());
        record.put("cpu_s_per_net", own / networks);
        record.put("alloc_b_per_net", Math.round((double) allocated / networks));
        record.put("ext", rounded(others, 1e4));
        record.put("wall", rounded(wall, 1e3));
        record.put("networks", networks);
        record.put("threads", threads);
        record.put("backend", backend);
        record.put("first_s", rounded(first, 1e3));
        if (!Double.isNaN(loss)) {
            record.put("loss", rounded(loss, 1e6));
        }
        return record;
    }

    private static double rounded(double number, double unit) {
        return Double.isNaN(number) ? number : Math.round(number * unit) / unit;
    }
}
