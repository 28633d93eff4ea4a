package org.neuralredshift.cli.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.neuralredshift.api.Extension;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.examination.Examiner;
import org.neuralredshift.engine.examination.Finding;
import org.neuralredshift.engine.examination.Subject;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.LonePlugin;
import org.neuralredshift.engine.plugin.PluginLoader;
import org.neuralredshift.engine.plugin.PluginRecord;
import org.neuralredshift.engine.plugin.PluginState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nrs plugins verify}: proves a plugin that is built, as far as that can be done without its sources. */
@Command(
        name = "verify",
        description = {
            "Run the test kit on a plugin that is built: the suites that its author inherits, on each of its extensions.",
            "It is loaded as a run would load it, wherever it lies, and compared with what is installed.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Outcomes: passed; failed; skipped (not applicable, with the reason); undecided (right if its author declares so in",
            "his own test, which is not in the archive, else wrong); unproved (no check of its kind could run here).",
            "Exit codes: 0 nothing failed, 1 something failed, is unproved, or the plugin is rejected, 2 there is no such plugin.",
            "",
            "Examples:",
            "  nrs plugins verify target/isru-1.0.0.jar     a JAR, wherever it lies",
            "  nrs plugins verify plugins/highway           a plugin of several JARs",
            "  nrs plugins verify spectral --json           an installed plugin by its name, for programs"
        })
final class PluginsVerifyCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(
            arity = "1",
            paramLabel = "JAR|FOLDER|NAME",
            description = "A JAR, the folder of a plugin, or its name.")
    private String word = "";

    @Option(names = "--limit", paramLabel = "SECONDS", description = "How long one check may take (default: 60).")
    private int limit = 60;

    @Option(names = "--strict", description = "What is undecided counts as failed.")
    private boolean strict;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    PluginsVerifyCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new UserException("--limit " + limit + " is no time.", "Give at least 1 second.");
        }
        Examiner examiner = Kit.load(nrs.host().home());
        Path path = path();
        try (PluginLoader own = new PluginLoader(List.of(), nrs.disabled(), nrs.nativeAccess())) {
            return verify(own.loadAlone(path), examiner);
        }
    }

    private int verify(LonePlugin plugin, Examiner examiner) {
        PluginRecord record = plugin.record();
        Explanation explanation = new Explanation(record, Catalog.of(), word, "nrs plugins verify");
        if (record.state() != PluginState.READY) {
            nrs.print(json ? Json.indented(Proof.rejected(explanation.record())) + "\n" : explanation.text());
            return ExitCode.PLUGIN_ERROR;
        }
        try (PluginLoader loader =
                new PluginLoader(folders(), nrs.disabled().with(record.name()), nrs.nativeAccess())) {
            Catalog installed = loader.load().catalog();
            List<String> notices = Proof.notices(record, installed);
            if (!json) {
                nrs.print(Proof.heading(record, notices));
            }
            List<Finding> findings = new ArrayList<>();
            Subject subject = new Subject(plugin, installed.all(Extension.class), Duration.ofSeconds(limit));
            Proof proof = Interruption.watch(() -> {
                examine(examiner, subject, finding -> {
                    if (!json) {
                        nrs.print(Proof.line(finding, findings));
                    }
                    findings.add(finding);
                });
                return new Proof(record, notices, findings, strict);
            });
            nrs.print(json ? Json.indented(proof.record(explanation.record())) + "\n" : proof.verdict());
            return proof.holds() ? ExitCode.OK : ExitCode.PLUGIN_ERROR;
        }
    }

    /** Meanwhile the standard output is the answer's alone: what a plugin prints goes to standard error. */
    private static void examine(Examiner examiner, Subject subject, Consumer<Finding> findings) {
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            examiner.examine(subject, findings);
        } finally {
            System.setOut(out);
        }
    }

    private List<Path> folders() {
        return nrs.pluginFolders().stream().map(PluginFolder::path).toList();
    }

    /** Where the plugin lies: a name goes before a path, as everywhere. */
    private Path path() {
        List<PluginRecord> all = nrs.survey();
        List<Path> named = all.stream()
                .filter(plugin -> plugin.name().equals(word)
                        || List.of(plugin.module().split(",")).contains(word))
                .map(PluginRecord::path)
                .toList();
        if (named.size() > 1) {
            throw new UserException(
                    "There are " + named.size() + " plugins called " + word + ".", "Name one by its path: " + named);
        }
        Optional<Path> file = SamePath.of(word).filter(Files::exists);
        return named.stream().findFirst().or(() -> file).orElseThrow(() -> unknown(all));
    }

    private UserException unknown(List<PluginRecord> all) {
        if (word.endsWith(".jar") || word.contains("/")) {
            return new UserException("There is no file " + word + ".", "Build the plugin first, or name its JAR.");
        }
        List<String> names = all.stream().map(PluginRecord::name).distinct().toList();
        return new UserException("There is no plugin and no file " + word + ".", Suggestions.hint(word, names));
    }
}
