package org.neuralredshift.engine.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Checksum;
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
     * Writes that of a distribution. A file of its own, for the image's may be one that nobody may write.
     *
     * @param image that it is made from
     * @param home of the distribution, whole but for this
     * @param name of the distribution
     * @param contents what it has
     * @throws UserException if it is no CycloneDX document
     */
    static void write(Path image, Path home, String name, Contents contents) throws IOException {
        BillOfMaterials bill = read(image.resolve(NAME));
        bill.leaveOut(contents.leftArchives(), archives(home));
        for (PluginRecord plugin : contents.added()) {
            plugin.sha256().forEach((jar, sum) -> bill.add(plugin, jar, sum));
        }
        bill.name(name);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        Files.writeString(home.resolve(NAME), MAPPER.writer(printer).writeValueAsString(bill.bill) + "\n");
    }

    /** How many archives have a checksum: two plugins may bring the same library. */
    private static Map<String, Integer> archives(Path home) throws IOException {
        Map<String, Integer> archives = new HashMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path jar :
                    files.filter(path -> path.toString().endsWith(".jar")).toList()) {
                archives.merge(Checksum.sha256(jar), 1, Integer::sum);
            }
        }
        return archives;
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

    /** Leaves out the components of archives that were left out, as far as no other archive is the same, and their dependencies. */
    private void leaveOut(Set<String> left, Map<String, Integer> archives) {
        Set<String> references = new HashSet<>();
        ArrayNode components = bill.withArray("components");
        for (int i = components.size() - 1; i >= 0; i--) {
            String sum = sum(components.get(i));
            if (left.contains(sum) && archives.merge(sum, -1, Integer::sum) < 0) {
                references.add(components.remove(i).path("bom-ref").asText());
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
        String escaped = URLEncoder.encode(jar, StandardCharsets.UTF_8).replace("+", "%20");
        component.put("purl", "pkg:generic/" + escaped + "?checksum=sha256:" + sum);
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
