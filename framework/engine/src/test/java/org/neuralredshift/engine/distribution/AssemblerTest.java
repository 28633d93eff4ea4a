package org.neuralredshift.engine.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Checksum;
import org.neuralredshift.engine.plugin.JarFixture;
import org.neuralredshift.engine.plugin.PluginLock;

/** An image whose command does nothing but what the caches ask of it; plugins are real. */
class AssemblerTest {
    private static final String COMMAND = """
            #!/bin/sh
            home=$(dirname "$(dirname "$0")")
            [ -e "$home/broken" ] && { echo 'it is broken' >&2; exit 3; }
            mkdir -p "$home/cache" && echo "$NRS_TRAIN $1 ${NRS_PLUGINS:-}" >"$home/cache/$1.aot"
            """;

    @TempDir
    private Path temp;

    private Path image;
    private Path out;
    private JarFixture jars;

    @BeforeEach
    void install() throws IOException {
        image = temp.toRealPath().resolve("image");
        out = Files.createDirectory(temp.toRealPath().resolve("out"));
        jars = new JarFixture(temp.resolve("work"));
        Files.createDirectories(image.resolve("runtime/legal"));
        Files.createDirectories(image.resolve("lib"));
        Files.createDirectories(image.resolve("bin"));
        Files.createDirectories(image.resolve("cache"));
        Files.writeString(image.resolve("cache/old.aot"), "");
        Files.writeString(image.resolve("runtime/release"), "JAVA_VERSION");
        Files.createSymbolicLink(image.resolve("runtime/legal/LICENSE"), Path.of("../release"));
        Files.writeString(image.resolve("bin/nrs"), COMMAND);
        assertTrue(image.resolve("bin/nrs").toFile().setExecutable(true));
        Files.writeString(image.resolve("bin/nrs.cmd"), "rem");
        Files.writeString(image.resolve("README"), "bin/nrs list  (Windows: bin\\nrs), what `nrs list` tells");
        jars.metric("first", "first", image.resolve("plugins/first/modules/first.jar"));
        jars.metric("second", "second", image.resolve("plugins/second.jar"));
        Files.writeString(image.resolve("sbom.json"), """
                {"serialNumber": "urn:uuid:0", "metadata": {"timestamp": "2026", "component": {"name": "nrs"}},
                 "components": [
                   {"bom-ref": "a", "name": "first", "hashes": [{"alg": "SHA-256", "content": "%s"}]},
                   {"bom-ref": "c", "name": "a parent", "hashes": [{"alg": "SHA-256", "content": "123"}]},
                   {"bom-ref": "b", "name": "second", "hashes": [{"alg": "MD5", "content": "0"}, {"alg": "SHA-256", "content": "%s"}]}],
                 "dependencies": [{"ref": "a"}, {"ref": "b", "dependsOn": ["a"]}]}
                """.formatted(
                        Checksum.sha256(image.resolve("plugins/first/modules/first.jar")),
                        Checksum.sha256(image.resolve("plugins/second.jar"))));
    }

    private Recipe recipe(List<Path> with, List<String> without) {
        return new Recipe(image, "lab", out.resolve("lab"), with, without, List.of());
    }

    private UserException refused(String word, List<Path> with, List<String> without) throws IOException {
        UserException refusal =
                assertThrows(UserException.class, () -> new Assembler(recipe(with, without)).assemble());
        assertTrue((refusal.getMessage() + refusal.hint()).contains(word), refusal.toString());
        assertEquals(Set.of(), files(out));
        return refusal;
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void isTheImageWithOtherPluginsALockAndACommandOfItsOwnName() throws IOException {
        Path third = jars.metric("third", "third", temp.resolve("third.jar"));
        jars.metric("fourth", "fourth", temp.resolve("fourth/modules/fourth.jar"));
        Files.writeString(temp.resolve("fourth/pom.xml"), "no part of a plugin");
        Assembled made = new Assembler(recipe(List.of(third, temp.resolve("fourth")), List.of("first"))).assemble();
        Path lab = out.resolve("lab");
        assertEquals(List.of("fourth", "second", "third"), made.plugins());
        assertEquals(List.of("third", "fourth"), made.added());
        assertEquals(
                Set.of(
                        "bin/lab",
                        "bin/lab.cmd",
                        "README",
                        "runtime/release",
                        "runtime/legal/LICENSE",
                        "plugins/second.jar",
                        "plugins/third.jar",
                        "plugins/fourth/modules/fourth.jar",
                        "plugins/plugins.lock",
                        "sbom.json",
                        "cache/--help.aot",
                        "cache/list.aot"),
                files(lab));
        assertEquals(
                "yes list \n",
                Files.readString(lab.resolve("cache/list.aot")),
                "made anew, without the user's plugins");
        assertTrue(Files.isExecutable(made.command()));
        assertEquals(
                "bin/lab list  (Windows: bin\\lab), what `nrs list` tells", Files.readString(lab.resolve("README")));
        assertEquals(Path.of("../release"), Files.readSymbolicLink(lab.resolve("runtime/legal/LICENSE")));
        assertEquals(
                Stream.of("fourth/modules/fourth.jar", "second.jar", "third.jar")
                        .map(jar -> Checksum.sha256(lab.resolve("plugins").resolve(jar)) + "  " + jar + "\n")
                        .collect(Collectors.joining()),
                Files.readString(made.lock()));
    }

    @Test
    void itsBillOfMaterialsNamesWhatItHas() throws IOException {
        Path third = jars.metric("third", "third", temp.resolve("third.jar"));
        new Assembler(recipe(List.of(third), List.of("first"))).assemble();
        JsonNode bill = new ObjectMapper().readTree(out.resolve("lab/sbom.json").toFile());
        assertEquals("lab", bill.at("/metadata/component/name").asText());
        assertFalse(bill.has("serialNumber") || bill.get("metadata").has("timestamp"), bill::toString);
        assertEquals(3, bill.at("/components").size());
        assertEquals("a parent", bill.at("/components/0/name").asText());
        assertEquals("second", bill.at("/components/1/name").asText());
        assertEquals("third.jar", bill.at("/components/2/name").asText());
        assertEquals(
                Checksum.sha256(third),
                bill.at("/components/2/hashes/0/content").asText());
        assertEquals(1, bill.at("/dependencies").size());
        assertEquals(0, bill.at("/dependencies/0/dependsOn").size());
    }

    @Test
    void aPluginThatWouldNotBeLoadedIsRefusedBeforeAnythingIsWritten() throws IOException {
        refused("NOT_A_JAR", List.of(Files.writeString(temp.resolve("bad.jar"), "bad")), List.of());
        Path rival = jars.metric("rival", "second", temp.resolve("rival.jar"));
        refused("DUPLICATE_ID", List.of(rival), List.of());
        new Assembler(recipe(List.of(rival), List.of("second"))).assemble();
        assertTrue(files(out).contains("lab/plugins/rival.jar"));
    }

    @Test
    void aPluginOfTheSameNameTakesThePlaceOfOneThatIsLeftOut() throws IOException {
        Path other = jars.metric("other", "other", temp.resolve("second.jar"));
        refused("--without second", List.of(other), List.of());
        new Assembler(recipe(List.of(other), List.of("second"))).assemble();
        assertEquals(Checksum.sha256(other), Checksum.sha256(out.resolve("lab/plugins/second.jar")));
    }

    @Test
    void namesThatAreNotThereAreCorrected() throws IOException {
        refused("Did you mean second?", List.of(), List.of("secnod"));
        Recipe native1 = new Recipe(image, "lab", out.resolve("lab"), List.of(), List.of(), List.of("frist"));
        UserException refusal = assertThrows(UserException.class, () -> new Assembler(native1).assemble());
        assertTrue(refusal.hint().orElseThrow().contains("Did you mean first?"), refusal.toString());
    }

    @Test
    void whoMayCallNativeCodeIsWrittenDown() throws IOException {
        Files.writeString(image.resolve("plugins/plugins.native"), "first\n");
        new Assembler(new Recipe(image, "lab", out.resolve("lab"), List.of(), List.of(), List.of("second"))).assemble();
        assertEquals("first\nsecond\n", Files.readString(out.resolve("lab/plugins/plugins.native")));
        new Assembler(new Recipe(image, "lab", out.resolve("less"), List.of(), List.of("first"), List.of())).assemble();
        assertFalse(Files.exists(out.resolve("less/plugins/plugins.native")));
    }

    @Test
    void aCommandThatCannotRunLeavesTheCachesOutAndIsTold() throws IOException {
        Files.writeString(image.resolve("broken"), "");
        Assembled made = new Assembler(recipe(List.of(), List.of())).assemble();
        assertEquals(List.of(), made.caches());
        assertTrue(
                made.notes()
                        .getFirst()
                        .endsWith("lab list failed: it ended with exit code 3; the last that it said: it is broken"),
                made.toString());
        assertFalse(files(out).stream().anyMatch(file -> file.contains("cache") || file.contains("training")));
    }

    @Test
    void whatACommandSaysNeedNotBeText() throws IOException {
        Files.writeString(image.resolve("bin/nrs"), "#!/bin/sh\nprintf 'caf\\351\\n\\n' >&2; exit 3\n");
        String note =
                new Assembler(recipe(List.of(), List.of())).assemble().notes().getFirst();
        assertTrue(note.endsWith("the last that it said: caf\ufffd"), note);
    }

    @Test
    void aCommandThatFailsWithoutAWordIsToldByItsExitCode() throws IOException {
        Files.writeString(image.resolve("bin/nrs"), "#!/bin/sh\nexit 3\n");
        String note =
                new Assembler(recipe(List.of(), List.of())).assemble().notes().getFirst();
        assertTrue(note.endsWith("lab list failed: it ended with exit code 3"), note);
    }

    @Test
    void aCommandThatTakesTooLongIsToldAsThatWhateverItSaid() throws IOException {
        Files.writeString(image.resolve("bin/nrs"), "#!/bin/sh\necho all is well\nexec sleep 60\n");
        StartUpCaches caches = new StartUpCaches(image, "nrs", new StopSignal(), Duration.ofSeconds(1));
        caches.make(Contents.of(recipe(List.of(), List.of("first", "second"))).catalog());
        String note = caches.problems().getFirst();
        assertTrue(
                note.endsWith("nrs list failed: it took more than 1 seconds; the last that it said: all is well"),
                note);
    }

    @Test
    void filesOfTheImageThatNobodyMayWriteAreNoHindrance() throws IOException {
        for (String name : List.of("README", "sbom.json")) {
            assertTrue(image.resolve(name).toFile().setReadOnly());
        }
        new Assembler(recipe(List.of(), List.of())).assemble();
        for (String name : List.of("README", "sbom.json")) {
            String rights = PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(out.resolve("lab").resolve(name)));
            assertTrue(rights.startsWith("rw"), name + " is made anew, not written over: " + rights);
        }
    }

    @Test
    void anArchiveThatIsChangedAfterItWasCheckedIsRefused() throws IOException {
        Path first = image.resolve("plugins/first/modules/first.jar");
        String change = "try { java.nio.file.Files.write(java.nio.file.Path.of(\"%s\"), new byte[1],".formatted(first)
                + " java.nio.file.StandardOpenOption.APPEND); } catch (java.io.IOException e)"
                + " { throw new java.io.UncheckedIOException(e); }";
        jars.metric("second", "second", "", change, image.resolve("plugins/second.jar"));
        PluginLock.of(image.resolve("plugins")).write();
        UserException refusal = refused(first.toString(), List.of(), List.of());
        assertTrue(refusal.getMessage().contains("changed"), refusal.getMessage());
    }

    @Test
    void aLinkIntoTheImageIsNoFolderElsewhere() throws IOException {
        Path link = Files.createSymbolicLink(out.resolve("link"), image.resolve("lib"));
        Path alias = Files.createSymbolicLink(out.resolve("alias"), image);
        for (Path folder : List.of(link, link.resolve("lab"), link.resolve("new/lab"), alias.resolve("lab"))) {
            UserException refusal = assertThrows(
                    UserException.class,
                    () -> new Recipe(image, "lab", folder, List.of(), List.of(), List.of()),
                    folder.toString());
            assertTrue(refusal.getMessage().contains("lies in the image"), refusal.getMessage());
        }
        assertThrows(
                UserException.class,
                () -> new Recipe(alias, "lab", image.resolve("lab"), List.of(), List.of(), List.of()));
        Files.delete(link);
        Files.createSymbolicLink(link, Files.createDirectory(temp.resolve("elsewhere")));
        new Assembler(new Recipe(alias, "lab", link.resolve("lab"), List.of(), List.of(), List.of())).assemble();
        assertTrue(Files.exists(temp.resolve("elsewhere/lab/bin/lab")));
    }

    @Test
    void aFileThatCannotBeCopiedIsNamed() throws IOException {
        Files.copy(image.resolve("bin/nrs"), image.resolve("bin/other"));
        refused("bin/lab: ", List.of(), List.of());
    }

    @Test
    void anImageWithoutABillOfMaterialsGivesADistributionWithoutOne() throws IOException {
        Files.delete(image.resolve("sbom.json"));
        assertEquals(
                List.of("There is no sbom.json, for the image has none."),
                new Assembler(recipe(List.of(), List.of())).assemble().notes());
    }

    @Test
    void nothingIsLeftWhenItIsStopped() throws IOException {
        Assembler assembler = new Assembler(recipe(List.of(), List.of()));
        assembler.stop();
        assertThrows(UserException.class, assembler::assemble);
        assertEquals(Set.of(), files(out));
    }

    @Test
    void onlyANewOrEmptyFolderElsewhereIsTaken() throws IOException {
        Files.createDirectory(out.resolve("lab"));
        new Assembler(recipe(List.of(), List.of())).assemble();
        for (Path taken : List.of(
                out.resolve("lab"), image.resolve("lab"), image.resolve("bin/nrs"), image.resolve("bin/nrs/lab"))) {
            assertThrows(
                    UserException.class,
                    () -> new Recipe(image, "lab", taken, List.of(), List.of(), List.of()),
                    taken.toString());
        }
        for (String name : List.of("", "a b", "../lab", "-lab", "lab.cmd", "läb")) {
            assertThrows(
                    UserException.class,
                    () -> new Recipe(image, name, out.resolve("new"), List.of(), List.of(), List.of()),
                    name);
        }
    }
}
