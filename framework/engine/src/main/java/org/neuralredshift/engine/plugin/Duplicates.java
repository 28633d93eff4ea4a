package org.neuralredshift.engine.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuralredshift.engine.plugin.PluginLoader.Candidate;

/** Rejects all plugins that provide the same kind and id: an id must mean one thing, and none of them wins in silence. */
final class Duplicates {
    private Duplicates() {}

    static List<Candidate> reject(List<Candidate> plugins) {
        Map<String, List<PluginRecord>> owners = new LinkedHashMap<>();
        for (Candidate plugin : plugins) {
            for (Provided extension : plugin.extensions()) {
                owners.computeIfAbsent(extension.name(), n -> new ArrayList<>()).add(plugin.record());
            }
        }
        owners.values().removeIf(records -> records.size() == 1);
        return plugins.stream().map(plugin -> checked(plugin, owners)).toList();
    }

    private static Candidate checked(Candidate plugin, Map<String, List<PluginRecord>> shared) {
        String sentence = Provided.names(plugin.extensions()).stream()
                .filter(shared::containsKey)
                .map(name -> name + " is provided by " + owners(shared.getOrDefault(name, List.of())))
                .collect(Collectors.joining("; "));
        return sentence.isEmpty()
                ? plugin
                : Candidate.of(plugin.record()
                        .rejected(
                                RejectionCode.DUPLICATE_ID,
                                sentence + ". An id must mean one thing: remove or disable all but one of them."));
    }

    private static String owners(List<PluginRecord> records) {
        return records.stream().map(owner -> owner.path().toString()).collect(Collectors.joining(" and "));
    }
}
