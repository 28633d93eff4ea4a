package org.neuralredshift.engine.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.PluginRecord;

/**
 * {@value #NAME} of an image: every component with its checksums, as CycloneDX has it. That of a distribution is the image's
 * without the archives that were left out, and with those that were added.
 */
final class BillOfMaterials {
    /** Its name in the image. */
    static final String NAME = "sbom.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SUM = "SHA-256";

    private final ObjectNode bill;

    private BillOfMaterials(ObjectNode bill) {
        this.bill = bill;
    }

    /**
     * Brings the copy of the image's bill up to date.
     *
     * @param file of the copy
     * @param name of the distribution
     * @param left archives that were left out, by checksum
     * @param added plugins that the image has not
     * @throws UserException if it is no CycloneDX document
     */
    static void update(Path file, String name, Set<String> left, Collection<PluginRecord> added) throws IOException {
        BillOfMaterials bill = read(file);
        bill.remove(left);
        for (PluginRecord plugin : added) {
            plugin.sha256().forEach((jar, sum) -> bill.add(plugin, jar, sum));
        }
        bill.name(name);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        Files.writeString(file, MAPPER.writer(printer).writeValueAsString(bill.bill) + "\n");
    }

    private static BillOfMaterials read(Path file) throws IOException {
        try {
            if (MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode object
                    && object.get("components") instanceof ArrayNode) {
                return new BillOfMaterials(object);
            }
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        }
        throw damaged(file, null);
    }

    private static UserException damaged(Path file, @Nullable Exception cause) {
        return new UserException(
                "The image's " + file.getFileName() + " is no list of components.", "Unpack its archive again.", cause);
    }

    private void remove(Set<String> sums) {
        Set<String> references = new HashSet<>();
        Iterator<JsonNode> components = bill.withArray("components").iterator();
        while (components.hasNext()) {
            JsonNode component = components.next();
            if (sums.contains(sum(component))) {
                references.add(component.path("bom-ref").asText());
                components.remove();
            }
        }
        Iterator<JsonNode> dependencies = bill.withArray("dependencies").iterator();
        while (dependencies.hasNext()) {
            JsonNode dependency = dependencies.next();
            if (references.contains(dependency.path("ref").asText())) {
                dependencies.remove();
            } else if (dependency.get("dependsOn") instanceof ArrayNode others) {
                for (int i = others.size() - 1; i >= 0; i--) {
                    if (references.contains(others.get(i).asText())) {
                        others.remove(i);
                    }
                }
            }
        }
    }

    private static String sum(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals(SUM)) {
                return hash.path("content").asText();
            }
        }
        return "";
    }

    private void add(PluginRecord plugin, String jar, String sum) {
        ObjectNode component = bill.withArray("components").addObject();
        component.put("type", "library");
        component.put("bom-ref", "plugin:" + plugin.name() + "/" + jar);
        component.put("name", jar);
        if (!plugin.version().isEmpty() && plugin.jars().size() == 1) {
            component.put("version", plugin.version());
        }
        component.putArray("hashes").addObject().put("alg", SUM).put("content", sum);
    }

    /** A number or a date of the image's would be those of another document. */
    private void name(String name) {
        if (bill.get("metadata") instanceof ObjectNode metadata
                && metadata.get("component") instanceof ObjectNode main) {
            main.put("name", name);
            metadata.remove("timestamp");
        }
        bill.remove("serialNumber");
    }
}
