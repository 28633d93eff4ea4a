package org.neuralredshift.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.module.ModuleDescriptor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.Machine;
import org.neuralredshift.engine.store.MeasuredOn;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.store.Provenance;
import org.neuralredshift.engine.study.Plan;

/** Keeps {@code provenance.json}: what decides the rows, and one entry for each run in the folder. */
final class RunLog {
    private final OutputFolder folder;
    private final ObjectNode provenance;
    private final ObjectNode entry;

    private RunLog(OutputFolder folder, ObjectNode provenance, ObjectNode entry) {
        this.folder = folder;
        this.provenance = provenance;
        this.entry = entry;
    }

    /** Writes that a run begins. */
    static RunLog begin(
            OutputFolder folder, Plan plan, Catalog catalog, Backends backends, int threads, MeasuredOn measuredOn) {
        ObjectNode provenance = Provenance.of(plan, catalog, backends.all(), measuredOn);
        ArrayNode plugins = Provenance.plugins(plan, catalog, backends.all());
        // Runs that left no rows bind nobody.
        Optional<ObjectNode> earlier = folder.hasRows() ? folder.provenance() : Optional.empty();
        ArrayNode runs = provenance.putArray("runs");
        earlier.ifPresent(there -> there.path("runs").forEach(runs::add));
        earlier.flatMap(there -> Provenance.difference(there, provenance))
                .or(() -> difference(runs, plan, catalog, backends.all()))
                .ifPresent(difference -> {
                    throw new UserException(
                            folder.path() + " holds rows that were computed otherwise: it differs in " + difference
                                    + ".",
                            "Go on with what computed them, or write to another folder with --out.");
                });
        ObjectNode entry = runs.addObject();
        entry.put("started", now());
        entry.put("engine", version());
        entry.put("backend", backends.all().getFirst().probe().detail());
        backends.all().stream()
                .skip(1)
                .forEach(fallback ->
                        entry.put(Provenance.FALLBACK, fallback.probe().detail()));
        entry.put("threads", threads);
        entry.set("machine", Machine.describe());
        entry.set("plugins", plugins);
        folder.writeProvenance(provenance);
        return new RunLog(folder, provenance, entry);
    }

    /** How the plugins differ from those of earlier runs, of which each had a fallback or none. */
    private static Optional<String> difference(ArrayNode runs, Plan plan, Catalog catalog, List<Backend> backends) {
        for (JsonNode run : runs) {
            List<Backend> used = run.has(Provenance.FALLBACK) ? backends : backends.subList(0, 1);
            ArrayNode alone = runs.arrayNode().add(run);
            Optional<String> difference = Provenance.difference(alone, Provenance.plugins(plan, catalog, used));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** Writes how it ended. */
    void end(RunSummary summary) {
        entry.put("finished", now());
        entry.put("stopped", summary.stopped());
        entry.put("networks", summary.progress().done() - summary.progress().resumed());
        entry.put("resumed", summary.progress().resumed());
        entry.put("failed", summary.progress().failed());
        ArrayNode notices = entry.putArray("notices");
        folder.notices().forEach(notices::add);
        folder.writeProvenance(provenance);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String version() {
        return Optional.ofNullable(RunLog.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("unknown");
    }
}
