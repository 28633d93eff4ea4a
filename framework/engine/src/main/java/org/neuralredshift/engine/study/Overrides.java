package org.neuralredshift.engine.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;

/** The fields of a study by path, after the variant of the file and the options of the command line are laid over it. */
final class Overrides {
    private static final String PARAMETERS = "parameters";
    private static final List<String> VARIANTS = List.of("quick", "full");
    /** The keys of a study file that have a value of their own. */
    static final List<String> FIELDS = List.of(
            "study",
            "title",
            "description",
            "task",
            "seed",
            "seeds",
            "sweeps",
            "null-models",
            "metrics",
            "measured",
            "keep-samples",
            "figures",
            "claims");

    private final Map<String, YamlNode> fields = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();

    private Overrides() {}

    /** Where a field is written, by path: {@code seeds}, {@code parameters.depth}. */
    static Map<String, YamlNode> apply(YamlNode.Mapping file, Preset preset, List<String> options) {
        Overrides overrides = new Overrides();
        Map<String, Overrides> variants = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : file.entries().entrySet()) {
            if (VARIANTS.contains(entry.getKey())) {
                Overrides variant = new Overrides();
                variant.addAll(entry.getValue().mapping(null), true);
                variants.put(entry.getKey(), variant);
            } else {
                overrides.add(entry.getKey(), entry.getValue(), place(file, entry.getKey()), false);
            }
        }
        switch (preset) {
            case STANDARD -> {}
            case QUICK, FULL -> overrides.lay(variant(file, preset, variants));
        }
        options.forEach(overrides::addOption);
        return overrides.fields;
    }

    private static Overrides variant(YamlNode.Mapping file, Preset preset, Map<String, Overrides> variants) {
        String name = preset.name().toLowerCase(java.util.Locale.ROOT);
        Overrides variant = variants.get(name);
        if (variant == null) {
            throw new UserException(
                    file.place().source() + " declares no variant " + name + ".",
                    "Add a key " + name + " with the fields to change, or run it without --" + name + ".");
        }
        return variant;
    }

    private void lay(Overrides other) {
        fields.putAll(other.fields);
    }

    private void addAll(YamlNode.Mapping mapping, boolean dotted) {
        mapping.entries().forEach((key, value) -> add(key, value, place(mapping, key), dotted));
    }

    private void add(String key, YamlNode value, Place place, boolean dotted) {
        if (key.equals(PARAMETERS)) {
            value.mapping(null).entries().forEach((name, node) -> put(PARAMETERS + "." + name, node, node.place()));
        } else if (FIELDS.contains(key) || dotted && key.startsWith(PARAMETERS + ".")) {
            put(key, value, place);
        } else {
            throw unknown(key, place, dotted);
        }
    }

    private void put(String path, YamlNode value, Place place) {
        if (keys.put(path, place) != null) {
            throw YamlNode.mistake(place, path, "is there twice", "Remove one of the two.");
        }
        fields.put(path, value);
    }

    private void addOption(String option) {
        String[] pair = option.split("=", 2);
        String path = pair[0].strip();
        String text = "--set " + option;
        if (pair.length < 2 || path.isEmpty()) {
            throw new UserException(
                    "'" + text + "' sets nothing.", "Write it as --set path=value, for instance --set seeds=5.");
        }
        if (!FIELDS.contains(path) && !path.startsWith(PARAMETERS + ".")) {
            throw unknown(path, Place.option(text), true);
        }
        fields.put(path, Yaml.option(text, path, pair[1].strip()));
    }

    private static UserException unknown(String key, Place place, boolean dotted) {
        List<String> known = new java.util.ArrayList<>(FIELDS);
        known.add(dotted ? PARAMETERS + ".NAME" : PARAMETERS);
        if (!dotted) {
            known.addAll(VARIANTS);
        }
        return YamlNode.mistake(
                place,
                key,
                "is no field of a study",
                Suggestions.hint(key, known) + " A parameter of the task is written "
                        + (dotted ? PARAMETERS + "." + key : "under " + PARAMETERS) + ".");
    }

    private static Place place(YamlNode.Mapping mapping, String key) {
        return mapping.keys().getOrDefault(key, mapping.place());
    }
}
