package org.neuralredshift.engine.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.module.ModuleDescriptor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.Machine;
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
    static RunLog begin(OutputFolder folder, Plan plan, Catalog catalog, Backend backend, int threads) {
        ObjectNode provenance = Provenance.of(plan, catalog, backend);
        ArrayNode plugins = Provenance.plugins(plan, catalog, backend);
        // Runs that left no rows bind nobody.
        Optional<ObjectNode> earlier = folder.hasRows() ? folder.provenance() : Optional.empty();
        ArrayNode runs = provenance.putArray("runs");
        earlier.ifPresent(there -> there.path("runs").forEach(runs::add));
        earlier.flatMap(there -> Provenance.difference(there, provenance))
                .or(() -> Provenance.difference(runs, plugins))
                .ifPresent(difference -> {
                    throw new UserException(
                            folder.path() + " holds rows that were computed otherwise: it differs in " + difference
                                    + ".",
                            "Go on with what computed them, or write to another folder with --out.");
                });
        ObjectNode entry = runs.addObject();
        entry.put("started", now());
        entry.put("engine", version());
        entry.put("backend", backend.probe().detail());
        entry.put("threads", threads);
        entry.set("machine", Machine.describe());
        entry.set("plugins", plugins);
        folder.writeProvenance(provenance);
        return new RunLog(folder, provenance, entry);
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
