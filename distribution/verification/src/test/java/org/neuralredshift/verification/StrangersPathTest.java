package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The whole way of somebody who has the image, a JDK and Maven, and no source tree: an activation from the archetype, changed,
 * tested, dropped in, run on every backend, trusted, damaged, and handed on to a machine that has no JDK.
 */
@ResourceLock(Author.REPOSITORY)
class StrangersPathTest {
    private static final String ID = "multi-quadratic";
    private static final String JAR = "plugins/" + ID + ".jar";

    @TempDir
    private Path folder;

    @Test
    void leadsFromTheArchetypeToAMachineWithoutAJdk() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("my tools"));
        Files.createSymbolicLink(tools.resolve("nrs"), Image.FULLEST);
        generatesAProject();
        changesTheFormulaAndTheTestKitSeesIt();
        dropsItIn();
        runsAStudyOnEveryBackend();
        trustsItAndIsToldWhenItIsDamaged();
        handsItOn();
        Files.delete(tools.resolve("nrs"));
    }

    /** As they would type it; the image lies under a name with a blank. */
    private Nrs.Result type(String commands) {
        return Nrs.run(folder, Author.environment(folder.resolve("my tools/nrs")), List.of("sh", "-euc", commands));
    }

    private void generatesAProject() {
        type("""
                mvn --batch-mode --global-settings "$NRS/repository/settings.xml" \\
                    org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate \\
                    -DarchetypeGroupId=org.neuralredshift -DarchetypeArtifactId=neural-redshift-archetype \\
                    -Dkind=activation -DgroupId=org.stranger -DartifactId=%s
                """.formatted(ID)).done();
        assertTrue(Files.exists(source("main", "MultiQuadratic")), "the class");
    }

    private Path source(String kind, String name) {
        return folder.resolve(ID + "/src/" + kind + "/java/org/stranger/multiquadratic/" + name + ".java");
    }

    private void changesTheFormulaAndTheTestKitSeesIt() throws IOException {
        edit(source("main", "MultiQuadratic"), "scaled.squared().plus(1)", "scaled.squared().plus(1).sqrt()");
        Nrs.Result unproven = type("cd " + ID + " && mvn --batch-mode package");
        assertTrue(unproven.exit() != 0 && unproven.out().contains("givesWhatItsDefinitionGives"), unproven::toString);
        edit(source("test", "MultiQuadraticTest"), "1 / (1 + scaled * scaled)", "1 / Math.sqrt(1 + scaled * scaled)");
        type("cd " + ID + " && mvn --batch-mode package").done();
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(from), text);
        Files.writeString(file, text.replace(from, to));
    }

    private void dropsItIn() {
        type("mkdir plugins && cp %s/target/plugins/*.jar plugins".formatted(ID))
                .done();
        String listed =
                type("\"$NRS/bin/nrs\" plugins list --plugins plugins").done().out();
        assertTrue(listed.contains(ID + "  resolved"), listed);
        String verified = type("\"$NRS/bin/nrs\" plugins verify " + JAR).done().out();
        assertTrue(verified.contains("nothing is wrong with " + ID), verified);
    }

    private void runsAStudyOnEveryBackend() throws IOException {
        for (String backend : backends()) {
            run("\"$NRS/bin/nrs\" --plugins plugins", backend, "--backend " + backend);
        }
    }

    private static List<String> backends() {
        List<String> backends = new ArrayList<>(List.of("cpu", "reference"));
        if (Files.exists(Image.FULLEST.resolve("plugins/dl4j"))) {
            backends.add("dl4j");
        }
        return backends;
    }

    /** A small study, whose every row must be measured, and name the bytes that computed it. */
    private void run(String command, String results, String options) throws IOException {
        Nrs.Result run = type(command + " run " + ID
                        + "/study.yaml --set seeds=2 --set parameters.grid=16 --json --out " + results + " " + options)
                .done();
        assertTrue(run.out().replaceAll("\\s", "").matches(".*\"rows\":\\{\"ok\":\\d+}.*"), run::toString);
        String provenance = Files.readString(folder.resolve(results + "/provenance.json"));
        String sum = Folders.sums(folder).get(JAR);
        assertTrue(provenance.contains("activation/" + ID) && provenance.contains(sum), provenance);
        assertTrue(Files.readString(folder.resolve(results + "/report.html")).contains(ID), "report");
    }

    private void trustsItAndIsToldWhenItIsDamaged() throws IOException {
        type("\"$NRS/bin/nrs\" plugins trust plugins --plugins plugins && cd plugins && sha256sum --check plugins.lock")
                .done();
        Path jar = folder.resolve(JAR);
        byte[] whole = Files.readAllBytes(jar);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(jar, damaged);
        type("\"$NRS/bin/nrs\" --plugins plugins run %s/study.yaml --out never".formatted(ID))
                .refused(ID);
        assertFalse(Files.exists(folder.resolve("never")), "a run that was refused has written");
        String why = type("\"$NRS/bin/nrs\" plugins why %s --plugins plugins".formatted(ID))
                .done()
                .out();
        assertTrue(why.contains("CHECKSUM") && why.contains("nrs plugins trust"), why);
        Files.write(jar, whole);
        why = type("\"$NRS/bin/nrs\" plugins why %s --plugins plugins".formatted(ID))
                .done()
                .out();
        assertTrue(why.contains("ready"), why);
    }

    private void handsItOn() throws IOException {
        type("\"$NRS/bin/nrs\" assemble --with %s --name lab -o lab".formatted(JAR))
                .done();
        String bare = "env -i PATH=/usr/bin:/bin HOME=\"$HOME\" lab/bin/lab";
        String activations = type(bare + " list activations").done().out();
        assertTrue(activations.contains(ID), activations);
        run(bare, "handed-on", "");
        assertEquals(rows("cpu"), rows("handed-on"), "the rows of the image and those of the distribution");
    }

    /** Sums of the files of rows. */
    private Map<String, String> rows(String results) {
        return Folders.sums(folder.resolve(results + "/rows"));
    }
}
