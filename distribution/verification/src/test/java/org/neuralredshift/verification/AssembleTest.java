package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A distribution of the user's own, made from the image and moved elsewhere. */
class AssembleTest {
    @TempDir
    private static Path folder;

    private static Path lab;
    private static Nrs.Result made;

    @BeforeAll
    static void assemble() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        Path jar = fixture.module("mine", "mine", "", "", PluginFixture.ONE, folder.resolve("mine.jar"));
        made = Nrs.run(
                        folder,
                        "assemble",
                        "--with",
                        jar,
                        "--without",
                        "variation",
                        "--name",
                        "lab",
                        "-o",
                        "new/made here",
                        "--json")
                .done();
        lab = Files.move(folder.resolve("new/made here"), folder.resolve("moved"));
    }

    /** Runs its command on a machine that has no Java. */
    private static Nrs.Result lab(Map<String, String> environment, Object... arguments) {
        List<String> words = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH="));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.add(lab.resolve("bin/lab").toString());
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return Nrs.run(folder, Map.of(), words);
    }

    @Test
    void hasThePluginsThatItWasMadeWith() {
        String metrics = lab(Map.of(), "list", "metrics").done().out();
        assertTrue(metrics.contains("mine") && metrics.contains("fourier"), metrics);
        assertFalse(metrics.contains("dirichlet"), metrics);
        String doctor = lab(Map.of(), "doctor").done().out();
        assertTrue(doctor.lines().anyMatch(line -> line.matches(" *command +lab")), doctor);
        lab(Map.of(), "sample", "--activation", "tanh", "--grid", 16, "--metric", "mine", "--to", "network")
                .done();
    }

    @Test
    void startsFromCachesOfItsOwnWhereverItLies() {
        assertEquals(3, Folders.count(lab.resolve("cache"), ".aot"), made::toString);
        // With this option the JVM does not start if it cannot use the cache.
        Map<String, String> strict = Map.of("NRS_JAVA_OPTIONS", "-XX:AOTMode=on");
        lab(strict, "list").done();
        lab(strict, "describe", "metric/mine").done();
        lab(strict, "bench", "--help").done();
    }

    @Test
    void itsBillOfMaterialsNamesWhatItHas() throws IOException {
        assumeTrue(Files.exists(Image.HOME.resolve("sbom.json")), "an offline build makes none");
        SbomTest bill = new SbomTest();
        bill.namesEveryJarByItsBytesAndNothingElse(lab);
        bill.isTheSameInEveryBuildAndHasUniqueNames(lab);
    }

    @Test
    void loadsNoOtherBytes() throws IOException {
        Path plugins = lab.resolve("plugins");
        Map<String, String> sums = new TreeMap<>(Folders.sums(plugins));
        sums.keySet().removeIf(name -> !name.endsWith(".jar"));
        StringBuilder lock = new StringBuilder();
        sums.forEach((jar, sum) -> lock.append(sum).append("  ").append(jar).append('\n'));
        assertEquals(lock.toString(), Files.readString(plugins.resolve("plugins.lock")));
        Path mine = plugins.resolve("mine.jar");
        byte[] bytes = Files.readAllBytes(mine);
        Files.copy(mine, plugins.resolve("other.jar"));
        Files.copy(plugins.resolve("cpu/modules").resolve(name("cpu")), mine, StandardCopyOption.REPLACE_EXISTING);
        try {
            String all = lab(Map.of(), "plugins", "list").done().out();
            assertTrue(all.contains("mine         rejected  CHECKSUM"), all);
            assertTrue(all.contains("other        rejected  NOT_TRUSTED"), all);
        } finally {
            Files.write(mine, bytes);
            Files.delete(plugins.resolve("other.jar"));
        }
    }

    private static String name(String plugin) {
        return "neural-redshift-" + plugin + "-" + System.getProperty("nrs.version") + ".jar";
    }

    @Test
    void refusesAPluginThatWouldNotRunBeforeItWritesAnything() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.jar"), "no archive");
        Nrs.run(folder, "assemble", "--with", bad, "--name", "lab", "-o", "never")
                .refused("NOT_A_JAR", "bad.jar");
        Nrs.run(folder, "assemble", "--without", "variatoin", "--name", "lab", "-o", "never")
                .refused("Did you mean variation?");
        Nrs.run(folder, "assemble", "--name", "lab", "-o", lab).refused("is not empty");
        assertFalse(Files.exists(folder.resolve("never")));
    }
}
