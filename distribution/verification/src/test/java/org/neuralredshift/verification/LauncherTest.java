package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image runs anywhere on a machine that has no Java. */
class LauncherTest {
    private static final Pattern OPTION =
            Pattern.compile("(?<![\\w-])-(?:XX:[+-]?|X[a-z]+:|D|-)[\\w.:+=,/-]+|(?<![\\w-])-[hVm]\\b");

    @TempDir
    private Path folder;

    @Test
    void needsNoJavaAndNoOtherProgram() {
        Nrs.Result version = bare(Image.HOME.resolve("bin/nrs"), "--version").done();
        assertTrue(version.out().startsWith("nrs " + System.getProperty("nrs.version")), version::toString);
        bare(Image.HOME.resolve("bin/nrs"), "sample", "--activation", "sine", "--grid", "16", "--to", "network")
                .done();
        assertTrue(Files.exists(folder.resolve("network")));
    }

    @Test
    void runsFromAFolderWithBlanksBehindSymbolicLinksAndLeavesItAsItWas() throws IOException {
        Path home = folder.resolve("my own tools/nrs 1");
        copy(Image.HOME, home);
        Path links = Files.createDirectories(folder.resolve("more links/bin"));
        Path there = Files.createSymbolicLink(links.resolve("the folder"), home);
        Files.createSymbolicLink(links.resolve("first"), Path.of("the folder/bin/nrs"));
        Path command = Files.createSymbolicLink(links.resolve("nrs"), links.resolve("first"));
        Map<String, String> before = Folders.sums(home);
        writable(home, false);
        try {
            for (Path way : List.of(command, there.resolve("bin/nrs"), home.resolve("bin/../bin/nrs"))) {
                String out = Nrs.run(folder, Map.of(), List.of(way.toString(), "list", "backends"))
                        .done()
                        .out();
                assertTrue(out.contains("cpu") && out.contains("reference"), out);
            }
            Nrs.run(
                            links,
                            Map.of(),
                            List.of("sh", "nrs", "sample", "--activation", "relu", "--grid", "16", "--to", "a network"))
                    .done();
        } finally {
            writable(home, true);
        }
        assertEquals(before, Folders.sums(home));
    }

    @Test
    void passesTheOptionsOfTheUserToTheJvm() {
        String out = Nrs.run(
                        folder,
                        Map.of("NRS_JAVA_OPTIONS", "-Xmx96m -XX:+PrintCommandLineFlags"),
                        List.of(Image.HOME.resolve("bin/nrs").toString(), "--version"))
                .done()
                .out();
        assertTrue(out.contains("MaxHeapSize=" + 96 * 1024 * 1024), out);
    }

    @Test
    void theRuntimeHasWhatPluginsMayRequire() {
        String java = Image.HOME.resolve("runtime/bin/java").toString();
        List<String> modules = Nrs.run(folder, Map.of(), List.of(java, "--list-modules"))
                .done()
                .out()
                .lines()
                .map(line -> line.replaceAll("@.*", ""))
                .toList();
        assertTrue(
                modules.containsAll(List.of("java.se", "java.desktop", "jdk.unsupported", "jdk.incubator.vector")),
                modules::toString);
        assertTrue(!modules.contains("jdk.compiler") && !modules.contains("jdk.jlink"), modules::toString);
    }

    @Test
    void everyCommandThatLoadsPluginsResolvesOneThatNeedsTheVectorApi() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        fixture.module(
                "vectors",
                "vectors",
                "requires jdk.incubator.vector;",
                "",
                PluginFixture.ONE,
                fixture.modules("vectors"));
        for (List<String> words : List.of(List.of("describe", "metric/vectors"), List.of("list", "metrics"))) {
            List<Object> all = new ArrayList<>(words);
            all.addAll(List.of("--plugins", fixture.plugins()));
            String out = Nrs.run(folder, all.toArray()).done().out();
            assertTrue(out.contains("vectors") && out.contains("a fixture"), out);
        }
    }

    @Test
    void theKitIsNoPartOfTheHost() throws IOException {
        Set<String> kit = names(Image.HOME.resolve("kit"));
        for (String part :
                new String[] {"neural-redshift-testkit", "junit-jupiter-engine", "junit-platform-launcher"}) {
            assertTrue(kit.stream().anyMatch(name -> name.startsWith(part + "-")), part + " is not in " + kit);
        }
        Set<String> both = names(Image.HOME.resolve("lib"));
        both.retainAll(kit);
        assertEquals(Set.of(), both);
    }

    @Test
    void theLauncherForWindowsHasTheSameCommandsAndOptions() throws IOException {
        String shell = Files.readString(Image.HOME.resolve("bin/nrs"));
        String windows = Files.readString(Image.HOME.resolve("bin/nrs.cmd"));
        assertEquals(options(shell), options(windows));
        for (String command :
                new String[] {"describe", "report", "assemble", "help", "list", "plugins", "verify", "sample", "measure"
                }) {
            assertTrue(shell.contains(command) && windows.contains(command), command);
        }
        assertEquals(
                windows.lines().count(), windows.split("\r\n").length, "a line does not end as Windows ends lines");
        assertTrue(!windows.contains("@jvm"), windows);
    }

    private static Set<String> options(String launcher) {
        return OPTION.matcher(launcher)
                .results()
                .map(MatchResult::group)
                .map(option -> option.replaceAll("[=/]$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Runs a command without any variable of the environment. */
    private Nrs.Result bare(Path command, String... arguments) {
        List<String> words = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=", command.toString()));
        words.addAll(List.of(arguments));
        return Nrs.run(folder, Map.of(), words);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void writable(Path home, boolean may) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                assertTrue(file.toFile().setWritable(may), file.toString());
            }
        }
    }
}
