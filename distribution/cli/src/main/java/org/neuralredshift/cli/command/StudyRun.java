package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.report.Report;
import org.neuralredshift.engine.run.Estimate;
import org.neuralredshift.engine.run.MeasureOn;
import org.neuralredshift.engine.run.RunSummary;
import org.neuralredshift.engine.run.Runner;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;
import org.neuralredshift.engine.study.Study;

/** One run of a study from plan to report, as {@code nrs run} and {@code nrs reproduce} do it. */
final class StudyRun {
    private final Nrs nrs;
    private final RunOptions options;
    private final Plan plan;
    private final Backend backend;
    private final Runner runner;
    private final Place place;

    /**
     * Where a run writes.
     *
     * @param folder of the results
     * @param out the folder that the command names, for the advice how to resume
     * @param resume whether to go on with what is there
     * @param again the command and what names the study, for the advice how to resume
     */
    record Place(Path folder, Path out, boolean resume, String again) {}

    private StudyRun(Nrs nrs, RunOptions options, Plan plan, Catalog catalog, Backend backend, Place place) {
        this.nrs = nrs;
        this.options = options;
        this.plan = plan;
        this.backend = backend;
        Backend fallback =
                options.fallback().map(id -> BackendChoice.find(id, nrs)).orElse(null);
        this.runner = new Runner(
                plan, catalog, backend, fallback, options.threads(), options.checkpoint(), options.measureOn());
        this.place = place;
    }

    /**
     * Reads and plans a study, for a run into the folder that the options name.
     *
     * @param again the command and what names the study, for the advice how to resume
     * @throws org.neuralredshift.engine.UserException for every mistake in it
     */
    static StudyRun prepare(Nrs nrs, RunOptions options, Path file, Preset preset, String again) {
        return prepare(nrs, options, file, preset, name -> {
            Path folder = options.folder(name + suffix(preset));
            return new Place(folder, folder, options.resume(), again);
        });
    }

    /**
     * Reads and plans a study.
     *
     * @param place where to write, by the name of the study
     * @throws org.neuralredshift.engine.UserException for every mistake in it
     */
    static StudyRun prepare(Nrs nrs, RunOptions options, Path file, Preset preset, Function<String, Place> place) {
        Catalog catalog = nrs.plugins().catalog();
        Plan plan = Studies.plan(
                nrs.studies().ships(file)
                        ? Studies.readShipped(file, preset, options.overrides(), catalog)
                        : Studies.read(file, preset, options.overrides(), catalog));
        plan.resolved().notices().forEach(nrs.terminal()::warn);
        Backend backend = options.fallback().isPresent()
                ? options.backend().perhaps(nrs)
                : options.backend().backend(nrs);
        return new StudyRun(
                nrs, options, plan, catalog, backend, place.apply(plan.study().name()));
    }

    /** What a variant adds to the name of a folder. */
    static String suffix(Preset preset) {
        return preset == Preset.STANDARD ? "" : "-" + preset.name().toLowerCase(Locale.ROOT);
    }

    /** What is to be run. */
    Study study() {
        return plan.study();
    }

    /** Tells what would be done, and the time that it is expected to take. */
    int rehearse() {
        Rehearsal rehearsal = rehearsal();
        nrs.print(options.json() ? Json.indented(rehearsal.record()) + "\n" : rehearsal.text());
        return ExitCode.OK;
    }

    Rehearsal rehearsal() {
        Estimate estimate = runner.estimate();
        return new Rehearsal(plan, estimate, runner.backend().id(), runner.notices(), place.folder());
    }

    /**
     * Runs what is not done yet, writes the report and tells what came of it.
     *
     * @param then gets the page of the report, unless every network failed
     */
    int execute(Consumer<Path> then) {
        Optional<RunConclusion> end = complete();
        if (end.isEmpty()) {
            return ExitCode.INTERRUPTED;
        }
        RunConclusion conclusion = end.get();
        nrs.print(options.json() ? Json.indented(conclusion.record()) + "\n" : conclusion.text());
        if (conclusion.allFailed()) {
            nrs.terminal().error(conclusion.failure(), "The rows in " + place.folder() + " tell all reasons.");
            return ExitCode.ALL_FAILED;
        }
        then.accept(conclusion.report());
        return ExitCode.OK;
    }

    /** Runs what is not done yet and writes the report; empty if it was interrupted, which it says. */
    Optional<RunConclusion> complete() {
        Path folder = place.folder();
        OutputFolder output = place.resume() ? OutputFolder.resume(folder, plan) : OutputFolder.create(folder, plan);
        RunDisplay display = new RunDisplay(nrs.terminal(), options.json());
        RunSummary summary = Interruption.guard(runner::stop, () -> run(output, display));
        if (summary.stopped()) {
            return Optional.empty();
        }
        output.notices().stream()
                .filter(notice -> !display.told().contains(notice))
                .forEach(notice -> nrs.terminal().err().println(notice));
        if (!options.json()) {
            nrs.terminal().err().println("drawing the report");
            nrs.terminal().err().flush();
        }
        Report report = Report.write(folder);
        report.problems().forEach(nrs.terminal()::warn);
        return Optional.of(RunConclusion.of(folder, report.page(), summary));
    }

    private RunSummary run(OutputFolder output, RunDisplay display) {
        RunSummary summary = runner.run(output, display);
        display.finish(summary.progress());
        if (summary.stopped()) {
            String kept =
                    summary.progress().done() + " of " + plan.networks() + " networks are kept in " + place.folder();
            nrs.terminal().error("Interrupted: " + kept + ".", "Go on with: " + resumption());
        }
        return summary;
    }

    private String resumption() {
        StringBuilder command = new StringBuilder(place.again());
        options.overrides().forEach(o -> command.append(" --set ").append(ShellWord.of(o)));
        nrs.morePlugins().forEach(path -> command.append(" --plugins ").append(ShellWord.of(path.toString())));
        if (options.threads() > 0) {
            command.append(" --threads ").append(options.threads());
        }
        if (options.measureOn() != MeasureOn.AUTO) {
            command.append(" --measure-on ").append(options.measureOn().name().toLowerCase(Locale.ROOT));
        }
        command.append(" --backend ").append(ShellWord.of(backend.id()));
        options.fallback().ifPresent(id -> command.append(" --fallback ").append(ShellWord.of(id)));
        return command.append(" --out ")
                .append(ShellWord.of(place.out().toString()))
                .append(" --resume")
                .toString();
    }
}
