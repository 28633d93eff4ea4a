package org.neuralredshift.engine.study;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 (core schema) into {@link YamlNode}s. */
final class Yaml {
    private static final int DEEPEST = 20;

    private final String source;
    private final boolean isOption;

    private Yaml(String source, boolean isOption) {
        this.source = source;
        this.isOption = isOption;
    }

    /** Reads a file whose root is a mapping. */
    static YamlNode.Mapping file(Path file) {
        YamlNode root = new Yaml(file.toString(), false).parse(text(file), "");
        if (root instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw root.mistake("must be keys with values", "Begin with a line such as 'task: random-functions'.");
    }

    /** Reads the value of an option of the command line. */
    static YamlNode option(String option, String path, String value) {
        return new Yaml(option, true).parse(value, path);
    }

    /** The text of a file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UserException("There is no study file " + file + ".", "Check the name and the folder.", e);
        } catch (CharacterCodingException e) {
            throw new UserException(file + " is no text in UTF-8.", "Give a study file, which is YAML.", e);
        } catch (IOException e) {
            throw new UserException("The study file " + file + " cannot be read: " + Reasons.of(e) + ".", null, e);
        }
    }

    private YamlNode parse(String text, String path) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(source)
                    .setSchema(new CoreSchema())
                    .setAllowDuplicateKeys(false)
                    .build();
            ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, text));
            Optional<Node> root = new Composer(settings, parser).getSingleNode();
            if (root.isEmpty()) {
                throw YamlNode.mistake(place(Optional.empty()), path, "is empty", "Give it a value.");
            }
            return convert(root.get(), path, 0);
        } catch (MarkedYamlEngineException e) {
            throw new UserException(
                    place(e.getProblemMark()) + ": this is no YAML: " + e.getProblem() + ".",
                    "Look at the indentation, the quotes and the brackets there.",
                    e);
        } catch (YamlEngineException e) {
            throw new UserException(source + ": this is no YAML: " + e.getMessage() + ".", null, e);
        }
    }

    private YamlNode convert(Node node, String path, int depth) {
        Place place = place(node.getStartMark());
        if (depth > DEEPEST) {
            throw YamlNode.mistake(place, path, "is nested too deeply, or contains itself", null);
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, place, path);
            case SequenceNode sequence -> {
                List<YamlNode> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(convert(item, path + "[" + items.size() + "]", depth + 1));
                }
                yield new YamlNode.Sequence(place, path, items);
            }
            case MappingNode mapping -> mapping(mapping, place, path, depth);
            default -> throw YamlNode.mistake(place, path, "is neither a value nor a list nor keys with values", null);
        };
    }

    private YamlNode mapping(MappingNode node, Place place, String path, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place keyPlace = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw YamlNode.mistake(keyPlace, path, "has a key that is no word", null);
            }
            String name = key.getValue();
            if (keys.put(name, keyPlace) != null) {
                throw YamlNode.mistake(keyPlace, path, "has the key " + name + " twice", "Remove one of the two.");
            }
            entries.put(name, convert(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name, depth + 1));
        }
        return new YamlNode.Mapping(place, path, entries, keys);
    }

    private YamlNode scalar(ScalarNode node, Place place, String path) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (node.isPlain() && Ranges.isCut(text)) {
            throw YamlNode.mistake(
                    place,
                    path,
                    "is " + text + ", a range that ends at its first comma",
                    "Between braces or brackets a range needs quotes, as in {depth: \"range(1, 8)\"}.");
        }
        if (tag.equals(Tag.NULL)) {
            throw YamlNode.mistake(place, path, "has no value", "Give it one, or remove the key.");
        }
        try {
            if (tag.equals(Tag.INT)) {
                String decimal = text.startsWith("0o") ? "0" + text.substring(2) : text;
                return new YamlNode.Scalar(place, path, number(decimal), text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return new YamlNode.Scalar(place, path, real(text), text);
            }
        } catch (NumberFormatException e) {
            throw YamlNode.mistake(place, path, "is " + text + ", a number beyond 64 bits", null);
        }
        if (tag.equals(Tag.BOOL)) {
            return new YamlNode.Scalar(place, path, Boolean.valueOf(text), text);
        }
        return new YamlNode.Scalar(place, path, text, text);
    }

    private static Long number(String text) {
        boolean prefixed = text.startsWith("0x") || text.length() > 1 && text.startsWith("0");
        return prefixed ? Long.decode(text) : Long.valueOf(text);
    }

    private static Double real(String text) {
        String word = text.toLowerCase(java.util.Locale.ROOT);
        if (word.endsWith(".nan")) {
            return Double.NaN;
        }
        if (word.endsWith(".inf")) {
            return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.valueOf(text);
    }

    private Place place(Optional<Mark> mark) {
        if (isOption) {
            return Place.option(source);
        }
        return mark.map(m -> new Place(source, m.getLine() + 1, m.getColumn() + 1))
                .orElse(new Place(source, 1, 1));
    }
}
