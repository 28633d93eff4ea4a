package org.neuralredshift.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

class OutputFolderTest {
    @TempDir
    private Path temp;

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        UserException e = assertThrows(UserException.class, () -> OutputFolder.create(file, plan()));
        assertTrue(e.getMessage().contains("is a file"), e.getMessage());
        assertThrows(UserException.class, () -> OutputFolder.resume(file, plan()));
        assertThrows(UserException.class, () -> OutputFolder.create(file.resolve("below"), plan()));
    }

    @Test
    void aFolderWithThisStudyAsksForResume() throws IOException {
        OutputFolder.create(temp.resolve("out"), plan());
        UserException e = assertThrows(UserException.class, () -> OutputFolder.create(temp.resolve("out"), plan()));
        assertTrue(e.hint().orElseThrow().contains("--resume"));
        OutputFolder.resume(temp.resolve("out"), plan());
    }

    @Test
    void anotherStudyIsRefusedNamingWhatDiffers() throws IOException {
        OutputFolder.create(temp.resolve("out"), plan());
        for (boolean resume : new boolean[] {true, false}) {
            UserException e = assertThrows(UserException.class, () -> {
                Plan other = plan("parameters.depth=4");
                if (resume) {
                    OutputFolder.resume(temp.resolve("out"), other);
                } else {
                    OutputFolder.create(temp.resolve("out"), other);
                }
            });
            assertTrue(e.getMessage().contains("parameters.depth ([3] there, [4] here)"), e.getMessage());
        }
    }

    @Test
    void aFolderWithOtherThingsIsLeftAlone() throws IOException {
        Files.writeString(temp.resolve("thesis.tex"), "years of work");
        UserException e = assertThrows(UserException.class, () -> OutputFolder.create(temp, plan()));
        assertTrue(e.getMessage().contains("is not empty"), e.getMessage());
        assertFalse(Files.exists(temp.resolve("study.yaml")));
    }

    @Test
    void aRunKilledBeforeItWroteAnythingResumes() throws IOException {
        Path out = Files.createDirectories(temp.resolve("out"));
        Files.writeString(out.resolve("study.yaml.tmp"), "stu");
        OutputFolder.resume(out, plan());
        assertTrue(Files.exists(out.resolve("study.yaml")));
        assertFalse(Files.exists(out.resolve("study.yaml.tmp")));
    }

    @Test
    void resumingInAFolderThatNoRunWroteLeavesItAlone() throws IOException {
        Path draft = Files.writeString(temp.resolve("thesis.tmp"), "years of work");
        UserException e = assertThrows(UserException.class, () -> OutputFolder.resume(temp, plan()));
        assertTrue(e.getMessage().contains("holds no study.yaml"), e.getMessage());
        Path study = Files.writeString(temp.resolve("study.yaml"), "task: planes # mine");
        e = assertThrows(UserException.class, () -> OutputFolder.resume(temp, plan()));
        assertTrue(e.getMessage().contains("has no folder rows"), e.getMessage());
        assertEquals("years of work", Files.readString(draft));
        assertEquals("task: planes # mine", Files.readString(study));
        assertFalse(Files.exists(temp.resolve("rows")));
    }

    @Test
    void onlyTemporaryFilesOfARunAreDeleted() throws IOException {
        Path out = temp.resolve("out");
        OutputFolder.create(out, plan());
        Path notes = Files.writeString(out.resolve("notes.tmp"), "mine");
        Path sums = Files.writeString(out.resolve("rows/sums.arrow.tmp"), "mine");
        Path chunk = Files.writeString(out.resolve("rows/00000.arrow.tmp"), "half");
        OutputFolder.resume(out, plan());
        assertTrue(Files.exists(notes) && Files.exists(sums));
        assertFalse(Files.exists(chunk));
    }

    @Test
    void whatDoesNotDecideRowsMayChange() throws IOException {
        Path out = temp.resolve("out");
        OutputFolder.create(out, plan());
        OutputFolder.resume(out, plan("title=Planes, again"));
        assertTrue(Files.readString(out.resolve("study.yaml")).contains("Planes, again"));
    }

    @Test
    void resumingWhatIsNotThereIsRefused() {
        assertThrows(UserException.class, () -> OutputFolder.resume(temp.resolve("none"), plan()));
    }

    @Test
    void rowsOfAnotherPlanAreNotTakenForThisOne() throws IOException {
        Path out = temp.resolve("out");
        Plan plan = plan();
        OutputFolder folder = OutputFolder.create(out, plan);
        assertFalse(folder.isCommitted(0));
        commit(folder, plan);
        assertTrue(folder.isCommitted(0));
        folder.writeProvenance(Json.object());
        assertTrue(OutputFolder.resume(out, plan).isCommitted(0));

        Plan other = plan("seeds=[5]");
        Path elsewhere = temp.resolve("elsewhere");
        OutputFolder second = OutputFolder.create(elsewhere, other);
        commit(second, other);
        Files.copy(
                elsewhere.resolve("rows/00000.arrow"),
                out.resolve("rows/00000.arrow"),
                StandardCopyOption.REPLACE_EXISTING);
        assertFalse(folder.isCommitted(0));
        assertTrue(
                folder.notices().getFirst().contains("other networks"),
                folder.notices().toString());
    }

    @Test
    void rowsNameWhatComputedThemAndThoseOfOthersAreNotOurs() throws IOException {
        Path out = temp.resolve("out");
        Plan plan = plan();
        Catalog catalog = Laboratory.catalog();
        OutputFolder folder = OutputFolder.create(out, plan);
        commit(folder, plan);
        folder.attribute(
                List.of(new Attribution(plan, catalog, catalog.backends().getFirst(), MeasuredOn.HOST)));
        assertFalse(folder.isCommitted(0));
        assertTrue(
                folder.notices().getFirst().contains("computed by other plugins"),
                folder.notices().toString());
        commit(folder, plan);
        assertTrue(folder.isCommitted(0));
        ArrowFile.read(out.resolve("rows/00000.arrow"), root -> {
            String plugins = String.valueOf(root.getSchema().getCustomMetadata().get("neuralredshift:plugins"));
            assertTrue(plugins.startsWith("[{\"extension\":\"task/planes\",\"revision\":2}"), plugins);
            assertTrue(plugins.contains("{\"extension\":\"metric/fourier\",\"revision\":3}"), plugins);
            assertTrue(plugins.contains("activation/relu") && !plugins.contains("activation/tanh"), plugins);
        });
    }

    @Test
    void aTruncatedFileIsNamed() throws IOException {
        Path out = temp.resolve("out");
        Plan plan = plan();
        commit(OutputFolder.create(out, plan), plan);
        Path rows = out.resolve("rows/00000.arrow");
        byte[] bytes = Files.readAllBytes(rows);
        Files.write(rows, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        UserException e =
                assertThrows(UserException.class, () -> ResultFolder.open(out).rows());
        assertEquals(
                rows + " (" + bytes.length / 2
                        + " bytes) is no whole Arrow file of ours: it is cut off, or is something" + " else.",
                e.getMessage());
        assertTrue(e.hint().orElseThrow().contains("--resume"));
    }

    @Test
    void aDamagedOrMissingProvenanceIsToldInPlainWords() throws IOException {
        Path out = temp.resolve("out");
        OutputFolder.create(out, plan());
        ResultFolder folder = ResultFolder.open(out);
        Path file = out.resolve("provenance.json");
        UserException missing = assertThrows(UserException.class, folder::provenance);
        assertEquals(file + " cannot be read: it does not exist.", missing.getMessage());
        Files.writeString(file, "{\n\"seed\": 1,\n\"ba");
        UserException damaged = assertThrows(UserException.class, folder::provenance);
        assertEquals(file + " is no JSON: line 3 is cut off or damaged.", damaged.getMessage());
    }

    @Test
    void aCopiedFileOfRowsIsNamedInsteadOfCountedTwice() throws IOException {
        Path out = temp.resolve("out");
        Plan plan = plan();
        commit(OutputFolder.create(out, plan), plan);
        assertEquals(2, ResultFolder.open(out).forEachChunk(rows -> {}));
        Files.copy(out.resolve("rows/00000.arrow"), out.resolve("rows/00001.arrow"));
        assertRefused(out, "00001.arrow", "seed 0, whose rows were read before");
    }

    @Test
    void rowsOfOtherNetworksAreNamedInsteadOfCounted() throws IOException {
        Path out = temp.resolve("out");
        Plan plan = plan();
        commit(OutputFolder.create(out, plan), plan);
        for (String difference : List.of("seeds=[5]", "parameters.depth=4")) {
            Path elsewhere = temp.resolve(difference);
            Plan other = plan(difference);
            commit(OutputFolder.create(elsewhere, other), other);
            Files.copy(
                    elsewhere.resolve("rows/00000.arrow"),
                    out.resolve("rows/00001.arrow"),
                    StandardCopyOption.REPLACE_EXISTING);
            assertRefused(out, "00001.arrow", "which is none of the study's");
        }
    }

    private static void assertRefused(Path out, String... words) {
        ResultFolder results = ResultFolder.open(out);
        for (Executable reading : List.<Executable>of(results::rows, () -> results.forEachChunk(rows -> {}))) {
            UserException e = assertThrows(UserException.class, reading);
            for (String word : words) {
                assertTrue(e.getMessage().contains(word), e.getMessage());
            }
            assertTrue(e.hint().orElseThrow().contains("delete it"), e.hint()::toString);
        }
    }

    @Test
    void aFolderWithoutStudyHoldsNoResults() {
        UserException e = assertThrows(UserException.class, () -> ResultFolder.open(temp));
        assertTrue(e.getMessage().contains("study.yaml"), e.getMessage());
    }

    @Test
    void rowsReadBackWithNulls() throws IOException {
        Plan plan = plan();
        Path out = temp.resolve("out");
        commit(OutputFolder.create(out, plan), plan);
        Table rows = ResultFolder.open(out).rows();
        assertEquals(2, rows.size());
        assertEquals(plan.cells().getFirst().id(), rows.text("cell", 1));
        assertEquals(1L, rows.value("seed", 1));
        assertEquals(3L, rows.value("depth", 0));
        assertEquals(1.0, rows.value("magnitude", 0));
        assertEquals(false, rows.value("odd", 0));
        assertEquals("fourier", rows.text("metric", 0));
        assertEquals(null, rows.value("revision", 0));
        assertEquals(Double.NaN, rows.real("value", 0));
        assertEquals("overflow", rows.text("status", 0));
        assertEquals("", rows.text("reason", 0));
        assertThrows(IllegalArgumentException.class, () -> rows.text("absent", 0));
    }

    private static void commit(OutputFolder folder, Plan plan) {
        Chunk chunk = new Chunk(plan.batches().getFirst());
        plan.batches()
                .getFirst()
                .trials()
                .forEach(trial ->
                        chunk.add(trial, Status.OVERFLOW, new @Nullable Object[] {"fourier", null, null, null}, null));
        try (Memory memory = Memory.open()) {
            folder.commit(0, chunk, Laboratory.catalog().backends().getFirst(), memory);
        }
    }

    private Plan plan(String... options) throws IOException {
        Path file = temp.resolveSibling(temp.getFileName() + "-study.yaml");
        Files.writeString(file, "study: small\ntask: planes\nseeds: 2\nmetrics: fourier\n");
        try {
            return Studies.plan(Studies.read(file, Preset.STANDARD, List.of(options), Laboratory.catalog()));
        } finally {
            Files.delete(file);
        }
    }
}
