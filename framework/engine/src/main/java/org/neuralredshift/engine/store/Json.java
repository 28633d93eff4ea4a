package org.neuralredshift.engine.store;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.neuralredshift.engine.UserException;

/** JSON files with the same line ends on every system. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static void write(ObjectNode node, FileChannel channel) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        text(MAPPER.writer(printer).writeValueAsString(node) + "\n", channel);
    }

    static void text(String text, FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    static ObjectNode read(Path file) {
        try {
            JsonNode node = MAPPER.readTree(file.toFile());
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new UserException(file + " is no JSON object.", "A run writes this file; do not edit it.");
        } catch (IOException e) {
            throw new UserException(
                    file + " cannot be read as JSON: " + e.getMessage(), "A run writes this file; do not edit it.", e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
