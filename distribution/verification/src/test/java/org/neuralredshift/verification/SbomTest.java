package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The software bill of materials names what really lies in the image. */
class SbomTest {
    static List<Path> images() {
        return Stream.of(Image.HOME, Image.FULL).filter(Files::isDirectory).toList();
    }

    @ParameterizedTest
    @MethodSource("images")
    void namesEveryJarByItsBytesAndNothingElse(Path image) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        for (String part : new String[] {"lib", "plugins", "kit", "repository"}) {
            Folders.sums(image.resolve(part)).forEach((file, sum) -> {
                if (file.endsWith(".jar")) {
                    files.put(sum, part + "/" + file);
                }
            });
        }
        TreeMap<String, String> listed = new TreeMap<>();
        for (JsonNode component : sbom(image).get("components")) {
            for (JsonNode hash : component.path("hashes")) {
                if (hash.get("alg").asText().equals("SHA-256")
                        && !component.get("purl").asText().endsWith("type=pom")) {
                    listed.put(
                            hash.get("content").asText(), component.get("name").asText());
                }
            }
        }
        assertTrue(files.size() > 20, files::toString);
        assertEquals(files.keySet(), listed.keySet(), () -> "in the image " + files + ", in its list " + listed);
    }

    @ParameterizedTest
    @MethodSource("images")
    void namesTheJavaRuntime(Path image) throws IOException {
        Properties release = new Properties();
        try (Stream<String> lines = Files.lines(image.resolve("runtime/release"))) {
            lines.map(line -> line.split("=", 2)).forEach(pair -> release.put(pair[0], pair[1].replace("\"", "")));
        }
        List<JsonNode> runtimes = sbom(image)
                .get("components")
                .valueStream()
                .filter(component -> component.get("type").asText().equals("platform"))
                .toList();
        assertEquals(1, runtimes.size(), runtimes::toString);
        String version = runtimes.getFirst().get("version").asText();
        assertTrue(version.startsWith(release.getProperty("JAVA_VERSION")), version + " is not that of " + release);
    }

    @ParameterizedTest
    @MethodSource("images")
    void isTheSameInEveryBuildAndHasUniqueNames(Path image) throws IOException {
        JsonNode sbom = sbom(image);
        assertTrue(!sbom.has("serialNumber") && !sbom.get("metadata").has("timestamp"), sbom.get("metadata")::toString);
        List<String> names = sbom.get("components")
                .valueStream()
                .map(component -> component.get("bom-ref").asText())
                .toList();
        assertEquals(names.size(), names.stream().distinct().count(), names::toString);
        for (JsonNode dependency : sbom.get("dependencies")) {
            for (JsonNode target : dependency.get("dependsOn")) {
                assertTrue(names.contains(target.asText()), () -> target + " is no component");
            }
        }
    }

    private static JsonNode sbom(Path image) throws IOException {
        assumeTrue(Files.exists(image.resolve("sbom.json")), "built offline, so without the list");
        return new ObjectMapper().readTree(image.resolve("sbom.json").toFile());
    }
}
