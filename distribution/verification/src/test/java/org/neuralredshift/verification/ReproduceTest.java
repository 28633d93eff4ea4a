package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every preset, made small: coarse grids, as few seeds as an interval needs, of trained networks small ones and few steps. */
class ReproduceTest {
    /** How many claims each preset tests. */
    private static final Map<String, Integer> PRESETS = Map.ofEntries(
            Map.entry("bias", 2),
            Map.entry("escape", 4),
            Map.entry("figure1", 2),
            Map.entry("figure3", 3),
            Map.entry("figure4", 8),
            Map.entry("figure5", 12),
            Map.entry("figure6", 12),
            Map.entry("figure7", 13),
            Map.entry("figure8", 3),
            Map.entry("figure9", 13),
            Map.entry("guess-and-check", 2),
            Map.entry("image-fitting", 2),
            Map.entry("initialisation-and-after", 3),
            Map.entry("modulo-settings", 5),
            Map.entry("parity", 3),
            Map.entry("prototype-heatmaps", 0),
            Map.entry("sampling", 7),
            Map.entry("table1", 11),
            Map.entry("width", 2));

    @TempDir
    private Path folder;

    private static final String GUESSED = "guess-and-check";
    /** Presets whose networks are trained. */
    private static final Set<String> TRAINED = Set.of(
            "escape",
            "figure7",
            "figure8",
            "figure9",
            "image-fitting",
            "initialisation-and-after",
            "modulo-settings",
            "parity");

    private String reproduce(Collection<String> presets, String... more) {
        List<Object> words = new ArrayList<>(List.of("reproduce"));
        words.addAll(new TreeSet<>(presets));
        words.addAll(List.of("--quick", "-o", "all"));
        words.addAll(List.of("--set", "seeds=5"));
        words.addAll(List.of(more));
        return Nrs.run(folder, words.toArray()).done().out();
    }

    @Test
    void testsEveryClaimOfThePaperAndResumes() throws IOException {
        Set<String> random = new TreeSet<>(PRESETS.keySet());
        random.removeAll(TRAINED);
        random.remove(GUESSED);
        String[] small = {"--set", "parameters.grid=16", "--set", "keep-samples=0"};
        String verdicts = reproduce(random, small);
        requireClaims(random, verdicts);
        Path page = folder.resolve("all/report.html");
        String before = Files.readString(page);
        assertTrue(before.contains("<a href=\"figure5/report.html\">"), before);
        String[] again = {"--set", "parameters.grid=16", "--set", "keep-samples=0", "--resume"};
        assertEquals(verdicts, reproduce(random, again));
        assertEquals(before, Files.readString(page));
    }

    @Test
    void testsEveryClaimOnTrainedNetworks() throws IOException {
        String[] small = {
            "--set", "parameters.grid=8",
            "--set", "parameters.width=8",
            "--set", "parameters.depth=1",
            "--set", "parameters.segments=1",
            "--set", "parameters.steps=4",
            "--set", "parameters.measure-at='2'"
        };
        requireClaims(TRAINED, reproduce(TRAINED, small));
    }

    @Test
    void drawsTheReportOfWhatWasGuessed() throws IOException {
        Nrs.run(folder, "reproduce", GUESSED, "--quick", "-o", "all/" + GUESSED, "--set", "parameters.guesses=200")
                .done();
        requireNoProblem(GUESSED);
    }

    private void requireClaims(Set<String> presets, String verdicts) throws IOException {
        assertFalse(verdicts.contains("  not measured  "), verdicts);
        for (String preset : presets) {
            assertEquals(
                    PRESETS.get(preset).longValue(),
                    verdicts.lines()
                            .filter(line -> line.startsWith("  " + preset + " "))
                            .count(),
                    preset + " in " + verdicts);
            requireNoProblem(preset);
        }
    }

    private void requireNoProblem(String preset) throws IOException {
        String page = Files.readString(folder.resolve("all/" + preset + "/report.html"));
        int problem = page.indexOf("class=\"problem\"");
        assertEquals(
                -1, problem, () -> preset + ": " + page.substring(problem, Math.min(page.length(), problem + 300)));
    }

    /** All are read and planned before the first is run, and the folder of that one cannot be made. */
    @Test
    void everyPresetHasAFullVariant() throws IOException {
        String listed = Nrs.run(folder, "reproduce").done().out();
        PRESETS.keySet().forEach(preset -> assertTrue(listed.contains("  " + preset + " "), listed));
        Files.writeString(folder.resolve("taken"), "");
        Nrs.Result all = Nrs.run(folder, "reproduce", "all", "--full", "-o", "taken");
        all.refused("taken");
        assertTrue(
                all.err().contains(new TreeSet<>(PRESETS.keySet()).first() + ", 1 of " + PRESETS.size()),
                all::toString);
    }

    @Test
    void tellsHowLongItWouldTake() {
        String plan = Nrs.run(folder, "reproduce", "figure4", "figure7", "--full", "--dry-run")
                .done()
                .out();
        assertTrue(plan.contains("  figure4 ") && plan.contains("  figure7 ") && plan.contains("together "), plan);
        assertFalse(Files.exists(folder.resolve("figure4+figure7-full")), "a rehearsal writes nothing");
    }
}
