package org.neuralredshift.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.study.StudyLibrary;

/** The studies that ship with the image, as records for tables and JSON. */
final class StudyRecords {
    private final Optional<Path> folder;

    StudyRecords(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Name, title and file of every study. */
    List<Map<String, Object>> all() {
        return entries().stream().map(StudyRecords::record).toList();
    }

    List<String> names() {
        return entries().stream().map(StudyLibrary.Entry::name).toList();
    }

    /**
     * The study of that name.
     *
     * @throws UserException naming the nearest one if there is none
     */
    StudyLibrary.Entry find(String name) {
        Path studies = folder.orElseThrow(() -> new UserException(
                "There is no study " + name + ": this installation ships none.",
                "Give the path of a study file to `nrs run`."));
        return new StudyLibrary(studies).find(name);
    }

    /** A study with the text of its file. */
    Map<String, Object> description(String name) {
        StudyLibrary.Entry entry = find(name);
        Map<String, Object> record = record(entry);
        try {
            record.put("text", Files.readString(entry.file()));
        } catch (IOException e) {
            throw new UserException(entry.file() + " cannot be read: " + Reasons.of(e) + ".", null, e);
        }
        return record;
    }

    /** Every study, by name. */
    List<StudyLibrary.Entry> entries() {
        return folder.map(path -> new StudyLibrary(path).list()).orElse(List.of());
    }

    /** Whether a study file is one of those that ship. */
    boolean ships(Path file) {
        return folder.map(path -> file.toAbsolutePath().startsWith(path.toAbsolutePath()))
                .orElse(false);
    }

    private static Map<String, Object> record(StudyLibrary.Entry entry) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("kind", "study");
        record.put("id", entry.name());
        record.put("summary", entry.title());
        record.put("file", entry.file());
        return record;
    }
}
