package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.console.Progress;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.report.Report;
import org.neuralredshift.engine.run.RunListener;
import org.neuralredshift.engine.run.RunSummary;
import org.neuralredshift.engine.run.Runner;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

/** One run of a study from plan to report, as {@code nrs run} and {@code nrs reproduce} do it. */
final class StudyRun {
    private final Nrs nrs;
    private final RunOptions options;
    private final Plan plan;
    private final Backend backend;
    private final Runner runner;
    private final Path folder;
    private final String again;

    private StudyRun(
            Nrs nrs, RunOptions options, Plan plan, Catalog catalog, Backend backend, Path folder, String again) {
        this.nrs = nrs;
        this.options = options;
        this.plan = plan;
        this.backend = backend;
        this.runner = new Runner(plan, catalog, backend, options.threads());
        this.folder = folder;
        this.again = again;
    }

    /**
     * Reads and plans a study.
     *
     * @param again the command and what names the study, for the advice how to resume
     * @throws org.neuralredshift.engine.UserException for every mistake in it
     */
    static StudyRun prepare(Nrs nrs, RunOptions options, Path file, Preset preset, String again) {
        Catalog catalog = nrs.plugins().catalog();
        Plan plan = Studies.plan(Studies.read(file, preset, options.overrides(), catalog));
        String suffix = preset == Preset.STANDARD ? "" : "-" + preset.name().toLowerCase(Locale.ROOT);
        Path folder = options.folder(plan.study().name() + suffix);
        return new StudyRun(nrs, options, plan, catalog, options.backend().backend(nrs), folder, again);
    }

    /** Tells what would be done, and the time that it is expected to take. */
    int rehearse() {
        Rehearsal rehearsal = new Rehearsal(plan, runner.estimate(), backend.id(), folder);
        nrs.print(options.json() ? Json.indented(rehearsal.record()) + "\n" : rehearsal.text());
        return ExitCode.OK;
    }

    /**
     * Runs what is not done yet and writes the report.
     *
     * @param then gets the page of the report, unless every network failed
     */
    int execute(Consumer<Path> then) {
        OutputFolder output = options.resume() ? OutputFolder.resume(folder, plan) : OutputFolder.create(folder, plan);
        RunSummary summary = Interruption.guard(runner::stop, () -> run(output));
        if (summary.stopped()) {
            return ExitCode.INTERRUPTED;
        }
        output.notices().forEach(notice -> nrs.terminal().err().println(notice));
        Path page = Report.write(folder);
        RunConclusion conclusion = RunConclusion.of(folder, summary);
        conclude(conclusion, page);
        if (conclusion.allFailed()) {
            nrs.terminal()
                    .error(
                            "Every network failed. The first reason: " + conclusion.firstReason(),
                            "The rows in " + folder + " tell all reasons.");
            return ExitCode.ALL_FAILED;
        }
        then.accept(page);
        return ExitCode.OK;
    }

    private RunSummary run(OutputFolder output) {
        Progress line = new Progress(nrs.terminal(), "networks", System.nanoTime());
        RunListener shown = p -> line.update(p.done(), p.total(), p.rate(), System.nanoTime());
        RunSummary summary = runner.run(output, options.json() ? p -> {} : shown);
        if (!options.json()) {
            line.finish(
                    summary.progress().done(),
                    plan.networks(),
                    summary.progress().rate());
        }
        if (summary.stopped()) {
            String kept = summary.progress().done() + " of " + plan.networks() + " networks are kept in " + folder;
            nrs.terminal().error("Interrupted: " + kept + ".", "Go on with: " + resumption());
        }
        return summary;
    }

    private void conclude(RunConclusion conclusion, Path page) {
        if (options.json()) {
            nrs.print(Json.indented(conclusion.record(plan.study().name(), page)) + "\n");
        } else {
            nrs.print(conclusion.text() + "report: " + page + "\n");
        }
    }

    private String resumption() {
        StringBuilder command = new StringBuilder(again);
        options.overrides().forEach(o -> command.append(" --set ").append(ShellWord.of(o)));
        nrs.morePlugins().forEach(path -> command.append(" --plugins ").append(ShellWord.of(path.toString())));
        if (options.threads() > 0) {
            command.append(" --threads ").append(options.threads());
        }
        return command.append(" --backend ")
                .append(ShellWord.of(backend.id()))
                .append(" --out ")
                .append(ShellWord.of(folder.toString()))
                .append(" --resume")
                .toString();
    }
}
