package org.neuralredshift.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.cli.console.Table;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.Notice;
import org.neuralredshift.engine.plugin.PluginRecord;
import org.neuralredshift.engine.plugin.Rejection;

/**
 * Why one plugin is used or not.
 *
 * @param plugin that was asked for
 * @param catalog what all plugins provide
 * @param word what the user asked for: a name, a path, or an id
 * @param asked the command that was given
 */
record Explanation(PluginRecord plugin, Catalog catalog, String word, String asked) {
    /** For programs: the plugin with its steps, its checksums and what to do next. */
    Map<String, Object> record() {
        Map<String, Object> record = Inventory.plugin(plugin);
        record.put(
                "steps",
                plugin.steps().stream()
                        .map(step -> Map.of("state", step.state().word(), "detail", step.detail()))
                        .toList());
        unavailable()
                .ifPresent(notice ->
                        record.put("unavailable", Map.of("code", notice.code().name(), "sentence", notice.sentence())));
        Map<String, List<String>> findings = findings();
        if (!findings.isEmpty()) {
            record.put("findings", findings);
        }
        record.put("next", next());
        return record;
    }

    /** For people. */
    String text() {
        Table steps = new Table();
        plugin.steps().forEach(step -> steps.row(step.state().word(), step.detail()));
        plugin.rejection()
                .ifPresent(reason -> steps.row(plugin.state().word(), reason.code() + ": " + reason.sentence()));
        plugin.notices().forEach(notice -> steps.row("notice", notice.code() + ": " + notice.sentence()));
        unavailable().ifPresent(notice -> steps.row("notice", notice.code() + ": " + notice.sentence()));
        StringBuilder looked = new StringBuilder();
        findings().forEach((backend, findings) -> {
            looked.append(backend).append(": what was looked for\n");
            findings.forEach(line -> looked.append("  ").append(line).append('\n'));
        });
        return plugin.name() + "\n" + steps + looked + "Next: " + next() + "\n";
    }

    private String next() {
        return plugin.rejection().map(this::afterRejection).orElseGet(this::afterSuccess);
    }

    private String afterRejection(Rejection rejection) {
        String path = ShellWord.of(plugin.path().toString());
        String name = ShellWord.of(plugin.name());
        return switch (rejection.code()) {
            case NOT_TRUSTED -> "if you know where it comes from, nrs plugins trust " + path;
            case CHECKSUM -> "restore the archive; only if you replaced it yourself, nrs plugins trust " + path;
            case DISABLED ->
                "nrs plugins enable "
                        + (plugin.provides().isEmpty()
                                ? name
                                : plugin.provides().getFirst());
            case DUPLICATE_ID -> "remove one of them, or nrs plugins disable " + name;
            case CONSTRUCTOR, TIME_LIMIT, SYSTEM_EXIT, BAD_EXTENSION ->
                "tell its author; until it is mended, nrs plugins disable " + name;
            case NATIVE_ACCESS -> "if you trust it, nrs plugins enable " + name + " --native; else disable it";
            case UNREADABLE, NOT_A_JAR -> "build or copy it again, then ask once more: " + asked + " " + path;
            case NO_MODULE,
                    BAD_MODULE,
                    NO_PROVIDER,
                    SERVICES_FILE_ONLY,
                    MIXED_FOLDER,
                    MISSING_MODULE,
                    SPLIT_PACKAGE,
                    API_MAJOR,
                    API_NEWER -> "put right what the reason says, then ask once more: " + asked + " " + path;
        };
    }

    private String afterSuccess() {
        Optional<Extension> extension = named();
        if (extension.isPresent()) {
            return "nothing; `nrs describe " + ExtensionKind.name(extension.get()) + "` explains it.";
        }
        Optional<String> disabled =
                plugin.provides().stream().filter(this::isAskedFor).findFirst();
        return disabled.map(name -> "you disabled it; nrs plugins enable " + name)
                .orElseGet(() ->
                        "nothing; `nrs describe " + plugin.provides().getFirst() + "` explains what it provides.");
    }

    private boolean isAskedFor(String name) {
        return name.equals(word) || name.endsWith("/" + word);
    }

    /** The extension of this plugin that the user asked for, if it is in the catalog. */
    private Optional<Extension> named() {
        return extensions().stream()
                .filter(extension -> isAskedFor(ExtensionKind.name(extension)))
                .findFirst();
    }

    private List<Extension> extensions() {
        return catalog.all(Extension.class).stream()
                .filter(extension ->
                        catalog.pluginOf(extension).filter(plugin::equals).isPresent())
                .toList();
    }

    private List<Backend> backends() {
        return extensions().stream()
                .filter(Backend.class::isInstance)
                .map(Backend.class::cast)
                .toList();
    }

    /** What each backend of this plugin found when it looked for its hardware; without those that look for nothing. */
    private Map<String, List<String>> findings() {
        Map<String, List<String>> findings = new LinkedHashMap<>();
        for (Backend backend : backends()) {
            List<String> found = backend.probe().findings();
            if (!found.isEmpty()) {
                findings.put(ExtensionKind.name(backend), found);
            }
        }
        return findings;
    }

    /** A backend of this plugin that cannot run on this machine. */
    private Optional<Notice> unavailable() {
        for (Backend backend : backends()) {
            Availability availability = backend.probe();
            if (!availability.usable()) {
                String sentence = "the backend " + backend.id() + " cannot run here: " + availability.detail();
                return Optional.of(new Notice(Notice.Code.UNAVAILABLE, sentence));
            }
        }
        return Optional.empty();
    }
}
