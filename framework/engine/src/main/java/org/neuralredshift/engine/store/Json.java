package org.neuralredshift.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/** JSON files with the same line ends on every system. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HELP =
            "A run writes this file: put back the one that it wrote, or run the study again.";

    private Json() {}

    static void write(ObjectNode node, FileChannel channel) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        text(MAPPER.writer(printer).writeValueAsString(node) + "\n", channel);
    }

    static void text(String text, FileChannel channel) throws IOException {
        AtomicFile.write(text.getBytes(StandardCharsets.UTF_8), channel);
    }

    static ObjectNode read(Path file) {
        try {
            if (MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
                return object;
            }
            throw new UserException(file + " is no JSON object.", HELP);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new UserException(file + " is no JSON: line " + line + " is cut off or damaged.", HELP, e);
        } catch (IOException e) {
            throw new UserException(file + " cannot be read: " + Reasons.of(e) + ".", HELP, e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
