package org.neuralredshift.backends.cuda.driver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of looking for a library.
 *
 * @param library what was looked for
 * @param files the names that it may have
 * @param found every file of one of these names, the one to be preferred first
 * @param places all folders that were looked at
 */
record Finding(Library library, List<String> files, List<Path> found, List<LookedAt> places) {
    /**
     * One folder.
     *
     * @param place the folder
     * @param isThere whether there is such a folder
     */
    record LookedAt(Place place, boolean isThere) {}

    /** One line per file that was found, and per folder without one. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(library + " (" + String.join(" or ", files) + "): " + (found.isEmpty() ? "not found" : "found"));
        for (Path path : found) {
            lines.add("  " + path);
        }
        for (LookedAt lookedAt : places) {
            Place place = lookedAt.place();
            if (!isFoundIn(place.folder())) {
                lines.add("  not in " + place.folder() + " (" + place.origin() + ")"
                        + (lookedAt.isThere() ? "" : ": no such folder"));
            }
        }
        return lines;
    }

    private boolean isFoundIn(Path folder) {
        for (Path path : found) {
            if (folder.equals(path.getParent())) {
                return true;
            }
        }
        return false;
    }
}
