package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each module of ours requires, exports and provides, as text under review. */
class ModulesTest {
    private static final String REVIEWED = "distribution/verification/src/test/resources/modules.txt";
    private static final String FOUND = "distribution/verification/target/modules.txt";

    @Test
    void theDescriptorsAreTheReviewedOnes() throws IOException {
        String found = Image.ours().stream()
                .map(jar -> Image.module(jar).descriptor())
                .sorted()
                .map(ModulesTest::print)
                .collect(Collectors.joining("\n"));
        Files.writeString(Image.SOURCES.resolve(FOUND), found);
        assertEquals(
                Files.readString(Image.SOURCES.resolve(REVIEWED)),
                found,
                "Module descriptors differ from the reviewed ones. If that is meant: cp " + FOUND + " " + REVIEWED);
    }

    static List<Path> ours() {
        return Image.ours();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyModuleCarriesTheVersion(Path jar) {
        ModuleDescriptor descriptor = Image.module(jar).descriptor();
        assertEquals(System.getProperty("nrs.version"), descriptor.rawVersion().orElse("none"));
        assertEquals(false, descriptor.isAutomatic());
    }

    @Test
    void noPluginIsOnTheModulePathOfTheHost() {
        List<String> host =
                Image.host().stream().map(jar -> jar.getFileName().toString()).toList();
        for (Path plugin : Image.plugins()) {
            assertTrue(!host.contains(plugin.getFileName().toString()), plugin + " is in lib, too");
        }
    }

    private static String print(ModuleDescriptor module) {
        Stream<String> requires = module.requires().stream()
                .filter(edge -> !edge.modifiers().contains(ModuleDescriptor.Requires.Modifier.MANDATED))
                .map(edge -> "requires " + words(edge.modifiers()) + edge.name());
        Stream<String> exports = module.exports().stream().map(edge -> "exports " + edge.source() + to(edge.targets()));
        Stream<String> opens = module.opens().stream().map(edge -> "opens " + edge.source() + to(edge.targets()));
        Stream<String> uses = module.uses().stream().map(service -> "uses " + service);
        Stream<String> provides = module.provides().stream()
                .flatMap(edge ->
                        edge.providers().stream().map(provider -> "provides " + edge.service() + " with " + provider));
        String body = Stream.of(requires, exports, opens, uses, provides)
                .flatMap(Stream::sorted)
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
        return "module " + module.name() + "\n" + body;
    }

    /** In the order of their declaration: a set of the JDK has another order in each JVM. */
    private static String words(Set<ModuleDescriptor.Requires.Modifier> modifiers) {
        StringBuilder words = new StringBuilder();
        new TreeSet<>(modifiers)
                .forEach(modifier -> words.append(modifier.name().toLowerCase()).append(' '));
        return words.toString();
    }

    private static String to(Iterable<String> targets) {
        List<String> sorted = Stream.of(targets)
                .flatMap(all -> java.util.stream.StreamSupport.stream(all.spliterator(), false))
                .sorted()
                .toList();
        return sorted.isEmpty() ? "" : " to " + String.join(", ", sorted);
    }
}
