package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Output folders that cannot take the results. */
@ExtendWith(FinishedRuns.Provider.class)
class OutputFolderTest {
    @TempDir
    private Path folder;

    private boolean mounted;

    @AfterEach
    void unmount() {
        if (mounted) {
            Nrs.run(folder, Map.of(), List.of("umount", folder.resolve("small").toString()))
                    .done();
        }
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path out = Files.writeString(folder.resolve("out"), "mine");
        Nrs.run(folder, "run", SmallStudy.quick(folder), "--out", "out").refused("out");
        assertEquals("mine", Files.readString(out));
    }

    @Test
    void aFolderBelowAFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");
        Nrs.run(folder, "run", SmallStudy.quick(folder), "--out", "file/out").refused("file");
    }

    @Test
    void anotherStudyIsNotOverwritten(FinishedRuns finished) throws IOException {
        Path study = SmallStudy.quick(folder);
        Folders.copy(finished.quick(), folder.resolve("out"));
        Map<String, String> before = Folders.sums(folder.resolve("out"));
        Nrs.run(folder, "run", study, "--out", "out").refused("out", "--resume");
        Nrs.run(folder, "run", study, "--set", "seeds=5", "--out", "out", "--resume")
                .refused("out", "seeds");
        assertEquals(before, Folders.sums(folder.resolve("out")));
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Path out = mount("ro");
        Nrs.run(folder, "run", SmallStudy.quick(folder), "--out", out).refused(out.toString());
    }

    @Test
    void aFullFolderStopsTheRunAndLosesNothing(FinishedRuns finished) throws IOException {
        Path out = mount("size=256k");
        Path study = SmallStudy.slow(folder);
        Nrs.run(folder, "run", study, "--out", out).refused(out.toString());
        Nrs.run(folder, Map.of(), List.of("mount", "-o", "remount,size=64m", out.toString()))
                .done();
        Nrs.run(folder, "run", study, "--out", out, "--resume").done();
        assertEquals(Folders.sums(finished.slow().resolve("rows")), Folders.sums(out.resolve("rows")));
    }

    /** A file system of its own, where this user may mount one. */
    private Path mount(String options) throws IOException {
        Path point = Files.createDirectory(folder.resolve("small"));
        List<String> words = List.of("mount", "-t", "tmpfs", "-o", options, "tmpfs", point.toString());
        mounted = Files.isExecutable(Path.of("/bin/mount"))
                && Nrs.run(folder, Map.of(), words).exit() == 0;
        assumeTrue(mounted, "only a user who may mount a file system can test this");
        return point;
    }
}
