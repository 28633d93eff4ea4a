package org.neuralredshift.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.PluginJar;
import org.neuralredshift.engine.plugin.PluginLock;
import org.neuralredshift.engine.plugin.PluginRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nrs plugins trust}: writes the checksums of archives into the lock of their folder. */
@Command(
        name = "trust",
        description = {
            "Let plugins run as they are now: their SHA-256 goes into plugins.lock of their folder.",
            "From the first on, nothing else in that folder is loaded: neither another JAR nor other bytes.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs plugins trust plugins                   all that lies in a plugin folder",
            "  nrs plugins trust isru                      one plugin by its name",
            "  nrs plugins trust plugins/isru.jar --json   one JAR, for programs",
            "",
            "`sha256sum --check plugins.lock` in the folder verifies the same."
        })
final class PluginsTrustCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(arity = "1..*", paramLabel = "PLUGIN", description = "A plugin folder, a JAR, or a plugin by its name.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    PluginsTrustCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        List<PluginRecord> all = nrs.survey();
        Map<Path, List<Path>> trusted = new TreeMap<>();
        for (String word : words) {
            for (PluginRecord plugin : named(word, all)) {
                List<Path> jars = trusted.computeIfAbsent(plugin.folder(), f -> new ArrayList<>());
                plugin.jars().stream().map(PluginJar::path).forEach(jars::add);
            }
        }
        List<Map<String, Object>> answer = new ArrayList<>();
        trusted.forEach((folder, jars) -> answer.add(trust(folder, jars, all)));
        if (json) {
            nrs.print(Json.indented(answer) + "\n");
        }
        return ExitCode.OK;
    }

    private Map<String, Object> trust(Path folder, List<Path> jars, List<PluginRecord> all) {
        PluginLock lock = PluginLock.read(folder)
                .orElseGet(() -> new PluginLock(folder, new TreeMap<>()))
                .trusting(jars);
        lock.write();
        List<String> left = all.stream()
                .filter(plugin -> plugin.folder().equals(folder))
                .flatMap(plugin -> plugin.jars().stream())
                .map(PluginJar::path)
                .filter(jar -> lock.sum(jar).isEmpty())
                .map(Path::toString)
                .toList();
        Map<String, Object> sums = new LinkedHashMap<>();
        jars.forEach(jar -> sums.put(jar.toString(), lock.sum(jar).orElseThrow()));
        if (!json) {
            sums.forEach((jar, sum) -> nrs.print("trusted  " + sum + "  " + jar + "\n"));
            nrs.print("written  " + folder.resolve(PluginLock.NAME) + "\n");
            left.forEach(jar -> nrs.print("not trusted, so not loaded  " + jar + "\n"));
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("lock", folder.resolve(PluginLock.NAME));
        record.put("trusted", sums);
        record.put("notTrusted", left);
        return record;
    }

    private List<PluginRecord> named(String word, List<PluginRecord> all) {
        List<PluginRecord> named = all.stream()
                .filter(plugin -> plugin.name().equals(word) || lies(plugin, word))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<String> names = all.stream().map(PluginRecord::name).distinct().toList();
        throw SamePath.of(word).filter(Files::exists).isPresent()
                ? new UserException(
                        word + " holds no plugin of any plugin folder.",
                        "Copy it into one, or name its folder with --plugins. `nrs plugins list` shows all.")
                : new UserException("There is no plugin " + word + ".", Suggestions.hint(word, names));
    }

    private static boolean lies(PluginRecord plugin, String word) {
        return SamePath.test(plugin.folder(), word)
                || SamePath.test(plugin.path(), word)
                || plugin.jars().stream().anyMatch(jar -> SamePath.test(jar.path(), word));
    }
}
