package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.cli.console.Quantity;
import org.neuralredshift.cli.console.Table;
import org.neuralredshift.engine.run.Estimate;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Study;

/**
 * What a run would do.
 *
 * @param plan what would be computed
 * @param estimate the time that it is expected to take
 * @param backend that would compute
 * @param notices why that is not the chosen one; none if it is
 * @param folder that would be written
 */
record Rehearsal(Plan plan, Estimate estimate, String backend, List<String> notices, Path folder) {
    Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("study", plan.study().name());
        record.put("title", plan.study().title());
        record.put("cells", plan.cells().size());
        record.put("seeds", plan.study().seeds().size());
        record.put("networks", plan.networks());
        record.put("batches", plan.batches().size());
        record.put("metrics", plan.study().metrics());
        record.put("backend", backend);
        record.put("notices", notices);
        record.put("threads", estimate.threads());
        record.put("networksPerSecond", estimate.networksPerSecond());
        record.put("seconds", estimate.seconds());
        record.put("measuredNetworks", estimate.measured());
        record.put("failedNetworks", estimate.failed());
        record.put("failure", estimate.reason());
        record.put("out", folder);
        return record;
    }

    String text() {
        Study study = plan.study();
        String title = study.title().isEmpty() ? "" : ": " + study.title();
        Table table = new Table()
                .row("study", study.name() + title)
                .row("cells", cells())
                .row(
                        "networks",
                        plan.networks() + ", " + Quantity.count(study.seeds().size(), "seed") + " per cell")
                .row("batches", Integer.toString(plan.batches().size()))
                .row("metrics", String.join(", ", study.metrics()))
                .row(
                        "expected",
                        Quantity.time(estimate.seconds()) + " at " + Quantity.rate(estimate.networksPerSecond())
                                + " networks per second, measured on " + estimate.measured() + failures())
                .row("backend", backend + ", " + Quantity.count(estimate.threads(), "thread"));
        notices.forEach(notice -> table.row("", notice));
        return table.row("out", folder.toString()).toString();
    }

    private String failures() {
        return estimate.failed() == 0 ? "" : ", of which " + estimate.failed() + " failed: " + estimate.reason();
    }

    /**
     * The swept parameters with their numbers of values and what they make, for instance {@code 8 activation x 6 depth = 48};
     * then the cells of null models.
     */
    private String cells() {
        Study study = plan.study();
        List<String> factors = study.swept().stream()
                .map(name -> study.values(name).size() + " " + name)
                .toList();
        String cells = study.sweeps().isEmpty()
                ? (factors.isEmpty() ? "nothing is swept" : String.join(" x ", factors)) + " = " + study.cells()
                : Quantity.count(study.cells(), "cell") + " in "
                        + Quantity.count(study.sweeps().size(), "sweep");
        long others = plan.cells().size() - study.cells();
        return others == 0 ? cells : cells + ", and " + others + " of null models";
    }
}
