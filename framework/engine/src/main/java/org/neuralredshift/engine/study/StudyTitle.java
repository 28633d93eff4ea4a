package org.neuralredshift.engine.study;

import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The title of a study, read from as much of its file as comes before it: a listing needs no more. */
final class StudyTitle {
    private static final String KEY = "title";

    private int depth;
    private boolean atKey = true;
    private String key = "";

    private StudyTitle() {}

    /**
     * The title; empty if the file has none.
     *
     * @throws org.neuralredshift.engine.UserException if the file cannot be read so far
     */
    static String of(Path file) {
        LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
        try {
            return new StudyTitle().find(new ParserImpl(settings, new StreamReader(settings, Yaml.text(file))));
        } catch (YamlEngineException e) {
            // Whoever reads the whole of it says what is wrong, and where.
            YamlNode title = Yaml.file(file).entries().get(KEY);
            return title == null ? "" : Scalars.text(title);
        }
    }

    private String find(ParserImpl events) {
        while (events.hasNext()) {
            Event event = events.next();
            switch (event) {
                case CollectionStartEvent start -> {
                    if (depth == 0 && !(start instanceof MappingStartEvent)) {
                        return "";
                    }
                    depth++;
                }
                case CollectionEndEvent end -> {
                    depth--;
                    passed();
                }
                case AliasEvent alias -> passed();
                case ScalarEvent scalar
                when depth == 1 && !atKey && key.equals(KEY) -> {
                    return scalar.getValue();
                }
                case ScalarEvent scalar -> {
                    if (depth == 1) {
                        key = scalar.getValue();
                    }
                    passed();
                }
                default -> {}
            }
        }
        return "";
    }

    /** A key or a value of the root is behind us. */
    private void passed() {
        if (depth == 1) {
            atKey = !atKey;
        }
    }
}
