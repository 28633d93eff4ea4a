package org.neuralredshift.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.StudyYaml;

/**
 * An output folder that a run writes to. Every file is there whole or not at all, and the rows of a batch appear after its
 * samples and spectra, so a run that is killed at any moment can be resumed and ends with the same rows, samples and spectra.
 */
public final class OutputFolder {
    static final String STUDY = "study.yaml";
    static final String PROVENANCE = "provenance.json";

    /** What may lie in a folder in which a run was killed before it had written its study. */
    private static final Set<String> BEGINNINGS =
            Set.of(FolderLock.NAME, STUDY + AtomicFile.TEMPORARY, Chunks.ROWS, Chunks.SAMPLES, Chunks.SPECTRA);

    private final Path path;
    private final Plan plan;
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private volatile Map<String, Attribution> attributions = Map.of();

    private OutputFolder(Path path, Plan plan) {
        this.path = path;
        this.plan = plan;
    }

    /**
     * Starts a new output folder.
     *
     * @throws UserException if it holds something already, or cannot be written, or another process writes to it
     */
    public static OutputFolder create(Path path, Plan plan) {
        OutputFolder folder = new OutputFolder(path, plan);
        folder.prepare(folder::requireEmpty);
        return folder;
    }

    /**
     * Goes on with an interrupted one; starts it if nothing was written yet.
     *
     * @throws UserException if it does not exist, or no run wrote it, or it holds another study, naming what differs, or
     *     another process writes to it
     */
    public static OutputFolder resume(Path path, Plan plan) {
        if (!Files.exists(path)) {
            throw new UserException(
                    "There is nothing to resume: " + path + " does not exist.",
                    "Name the folder of the interrupted run, or leave out --resume.");
        }
        OutputFolder folder = new OutputFolder(path, plan);
        folder.prepare(folder::requireOurs);
        return folder;
    }

    /** Keeps other processes from writing to it until the lock is closed. */
    public FolderLock lock() {
        try {
            return FolderLock.take(path);
        } catch (IOException e) {
            throw failure(path.resolve(FolderLock.NAME), e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** What a reader should know of this run, as chunks that were found damaged and are computed again. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** Adds a sentence to the notices. */
    public void notice(String sentence) {
        notices.add(sentence);
    }

    /** Whether the chunk of that batch is there and valid; a damaged one is noted. */
    public boolean isCommitted(int batch) {
        if (!Files.exists(Chunks.file(path, Chunks.ROWS, batch))) {
            return false;
        }
        Optional<String> problem = ChunkCheck.problem(
                path, batch, plan.batches().get(batch), plan.resolved().task(), lawful(batch));
        problem.ifPresent(text -> notices.add(text + "; it is computed again."));
        return problem.isEmpty();
    }

    /**
     * Makes the results of a batch durable. May be called from several threads.
     *
     * @param by the backend that computed them, all of them
     */
    public void commit(int batch, Chunk chunk, Backend by, Memory memory) {
        ChunkWriter writer = new ChunkWriter(plan.resolved().task(), plugins(batch, by), memory);
        SampleSpec spec = chunk.spec();
        if (spec != null) {
            write(Chunks.file(path, Chunks.SAMPLES, batch), channel -> writer.writeSamples(chunk, spec, channel));
        }
        if (!chunk.spectra().isEmpty()) {
            write(Chunks.file(path, Chunks.SPECTRA, batch), channel -> writer.writeSpectra(chunk, channel));
        }
        write(Chunks.file(path, Chunks.ROWS, batch), channel -> writer.writeRows(chunk, channel));
        forget(batch);
    }

    /**
     * What an interrupted run saved of a batch; a file that is damaged, or of others, is noted and left out. May be called from
     * several threads.
     *
     * @param by the backend that would go on with it
     */
    public Optional<SavedBatch> saved(int batch, Backend by) {
        Path file = Chunks.checkpoint(path, batch);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            TrialBatch trials = plan.batches().get(batch);
            return Optional.of(CheckpointFormat.read(Files.readAllBytes(file), trials, plugins(batch, by)));
        } catch (IOException e) {
            notice(file + " " + Reasons.of(e) + "; its networks are computed from the start.");
            return Optional.empty();
        }
    }

    /**
     * Makes durable what a batch that is under way has come to. May be called from several threads.
     *
     * @param by the backend that computes it
     */
    public void save(int batch, SavedBatch saved, Backend by) {
        Path file = Chunks.checkpoint(path, batch);
        try {
            Files.createDirectories(path.resolve(Chunks.CHECKPOINTS));
            byte[] bytes = CheckpointFormat.write(saved, plugins(batch, by));
            AtomicFile.write(file, channel -> AtomicFile.write(bytes, channel));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Removes what was saved of a batch, for it is committed, or starts anew. */
    public void forget(int batch) {
        Path file = Chunks.checkpoint(path, batch);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Removes the folder of checkpoints if nothing is in it. */
    public void tidy() {
        Path checkpoints = path.resolve(Chunks.CHECKPOINTS);
        try {
            Files.deleteIfExists(checkpoints);
        } catch (DirectoryNotEmptyException e) {
            return; // batches are under way, or somebody else keeps something there
        } catch (IOException e) {
            throw failure(checkpoints, e);
        }
    }

    /**
     * From here on rows name the plugins that computed them, and those of others are not taken for ours.
     *
     * @param to one for each backend that computes or has computed rows of this run
     */
    public void attribute(List<Attribution> to) {
        attributions = to.stream().collect(Collectors.toUnmodifiableMap(Attribution::backend, a -> a));
    }

    private String plugins(int batch, Backend by) {
        Attribution to = attributions.get(by.id());
        return to == null ? "" : to.of(plan.batches().get(batch));
    }

    /** What the rows of a batch may say of the plugins that computed them. */
    private Set<String> lawful(int batch) {
        TrialBatch trials = plan.batches().get(batch);
        return attributions.isEmpty()
                ? Set.of("")
                : attributions.values().stream().map(to -> to.of(trials)).collect(Collectors.toSet());
    }

    /** Notes where the numbers come from, adding this run to earlier ones. */
    public void writeProvenance(ObjectNode provenance) {
        write(path.resolve(PROVENANCE), channel -> Json.write(provenance, channel));
    }

    /** The provenance of earlier runs in this folder. */
    public Optional<ObjectNode> provenance() {
        Path file = path.resolve(PROVENANCE);
        return Files.exists(file) ? Optional.of(Json.read(file)) : Optional.empty();
    }

    /** Whether rows of any batch are there, valid or not. */
    public boolean hasRows() {
        return !Chunks.list(path, Chunks.ROWS).isEmpty();
    }

    /** Checks before anything is written, and again when nobody else can write. */
    private void prepare(Runnable check) {
        check.run();
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw failure(path, e);
        }
        try (FolderLock _ = lock()) {
            check.run();
            write();
        }
    }

    private void write() {
        try {
            Files.createDirectories(path.resolve(Chunks.ROWS));
            if (plan.study().keepSamples() > 0) {
                Files.createDirectories(path.resolve(Chunks.SAMPLES));
                Files.createDirectories(path.resolve(Chunks.SPECTRA));
            }
            Chunks.deleteTemporaries(path);
        } catch (IOException e) {
            throw failure(path, e);
        }
        write(path.resolve(STUDY), channel -> Json.text(StudyYaml.write(plan.resolved()), channel));
    }

    private void requireEmpty() {
        if (Files.exists(path) && !Set.of(FolderLock.NAME).containsAll(entries(path))) {
            throw occupied(path, plan);
        }
    }

    private void requireOurs() {
        Set<String> entries = entries(path);
        boolean hasRows = hasRows();
        if (!entries.contains(STUDY)) {
            if (!BEGINNINGS.containsAll(entries) || hasRows) {
                throw foreign("holds no " + STUDY);
            }
            return;
        }
        if (!Files.isDirectory(path.resolve(Chunks.ROWS))) {
            throw foreign("has no folder " + Chunks.ROWS);
        }
        if (hasRows && !entries.contains(PROVENANCE)) {
            throw foreign("holds rows but no " + PROVENANCE + ", so it is not known what computed them");
        }
        StudyDifference.between(StudyYaml.read(path.resolve(STUDY)), plan.study())
                .ifPresent(difference -> {
                    throw new UserException(
                            path + " holds another study: it differs in " + difference + ".",
                            "Run it as it was, or write to another folder with --out.");
                });
    }

    private UserException foreign(String reason) {
        return new UserException(
                path + " cannot be resumed: it " + reason + ".",
                "Name the folder of the interrupted run, or start again in another folder with --out.");
    }

    private void write(Path file, AtomicFile.Content content) {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private UserException failure(Path file, IOException e) {
        int kept = Chunks.list(path, Chunks.ROWS).size();
        String hint = kept == 0
                ? "Make room or get permission, or write to another folder with --out."
                : "The " + kept + " of " + plan.batches().size() + " chunks that were committed are kept: put it right,"
                        + " then run the study again with --out " + path + " --resume.";
        return new UserException(file + " cannot be written: " + Reasons.of(e) + ".", hint, e);
    }

    private static Set<String> entries(Path path) {
        if (!Files.isDirectory(path)) {
            throw new UserException(
                    path + " is a file, but results need a folder.",
                    "Name another folder with --out, or move the file.");
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UserException(
                    path + " cannot be listed: " + Reasons.of(e) + ".", "Write to another folder with --out.", e);
        }
    }

    private static UserException occupied(Path path, Plan plan) {
        if (!Files.exists(path.resolve(STUDY))) {
            return new UserException(
                    path + " is not empty and holds no study.", "Write to another folder with --out, or empty it.");
        }
        Optional<String> difference = StudyDifference.between(StudyYaml.read(path.resolve(STUDY)), plan.study());
        return difference
                .map(d -> new UserException(
                        path + " holds another study: it differs in " + d + ".",
                        "Write to another folder with --out, or delete this one."))
                .orElseGet(() -> new UserException(
                        path + " holds this study already.",
                        "Go on with it with --resume, write to another folder with --out, or delete this one."));
    }
}
