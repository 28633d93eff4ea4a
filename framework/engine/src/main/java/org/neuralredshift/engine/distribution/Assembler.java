package org.neuralredshift.engine.distribution;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.NativeAccess;
import org.neuralredshift.engine.plugin.PluginLock;
import org.neuralredshift.engine.plugin.PluginRecord;

/**
 * Makes a distribution: the image with its runtime, plugins added or left out, a lock that names exactly their bytes, a bill of
 * materials, and a command of its own name. Its folder is there whole or not at all.
 */
public final class Assembler {
    private final Recipe recipe;
    private final StopSignal stop = new StopSignal();

    /** @param recipe what is to be made */
    public Assembler(Recipe recipe) {
        this.recipe = recipe;
    }

    /** Asks it to end soon and leave nothing behind; called from another thread. */
    public void stop() {
        stop.give();
    }

    /**
     * Makes it. All plugins are loaded once, so code of them runs.
     *
     * @throws UserException if a plugin would not be loaded, or a file cannot be read or written
     */
    public Assembled assemble() {
        Contents contents = Contents.of(recipe);
        try (Draft draft = Draft.of(recipe.folder())) {
            Path root = draft.root();
            copy(contents, root);
            Path plugins = root.resolve("plugins");
            if (!contents.nativeAccess().isEmpty()) {
                Files.write(plugins.resolve(NativeAccess.NAME), contents.nativeAccess());
            }
            PluginLock.of(plugins).write();
            List<String> notes = new ArrayList<>();
            if (Files.exists(recipe.home().resolve(BillOfMaterials.NAME))) {
                BillOfMaterials.write(recipe.home(), root, recipe.name(), contents);
            } else {
                notes.add("There is no " + BillOfMaterials.NAME + ", for the image has none.");
            }
            StartUpCaches caches = new StartUpCaches(root, recipe.name(), stop);
            List<String> made = caches.make(contents.catalog());
            notes.addAll(caches.problems());
            draft.publish();
            return assembled(contents, made, notes);
        } catch (IOException e) {
            String place = e instanceof FileSystemException file && file.getFile() != null ? file.getFile() + ": " : "";
            throw new UserException(
                    recipe.folder() + " cannot be made: " + place + Reasons.of(e) + ".",
                    "Nothing of it is left. Look for room and permissions there.",
                    e);
        }
    }

    private void copy(Contents contents, Path root) throws IOException {
        ImageCopy copy = new ImageCopy(recipe.home(), root, stop);
        copy.rest();
        copy.command(recipe.name());
        Files.createDirectory(root.resolve("plugins"));
        for (PluginRecord plugin : contents.kept()) {
            copy.plugin(plugin);
        }
        for (PluginRecord plugin : contents.added()) {
            copy.plugin(plugin);
        }
    }

    private Assembled assembled(Contents contents, List<String> caches, List<String> notes) {
        Path folder = recipe.folder();
        List<String> added = names(contents.added());
        return new Assembled(
                folder,
                ImageCopy.launcher(folder, recipe.name()),
                Stream.concat(names(contents.kept()).stream(), added.stream())
                        .sorted()
                        .toList(),
                added,
                recipe.without(),
                List.copyOf(contents.nativeAccess()),
                folder.resolve("plugins").resolve(PluginLock.NAME),
                caches,
                notes);
    }

    private static List<String> names(List<PluginRecord> plugins) {
        return plugins.stream().map(PluginRecord::name).toList();
    }
}
