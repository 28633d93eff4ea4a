package org.neuralredshift.engine.distribution;

import java.nio.file.Path;
import java.util.List;

/**
 * A distribution that was made.
 *
 * @param folder of it
 * @param command its launcher for this system
 * @param plugins names of all its plugins
 * @param added names of those that the image has not
 * @param left names of those of the image that it has not
 * @param nativeAccess names of those that may call native code
 * @param lock of its plugins
 * @param caches files that commands start from
 * @param notes what it has not, and why, in sentences
 */
public record Assembled(
        Path folder,
        Path command,
        List<String> plugins,
        List<String> added,
        List<String> left,
        List<String> nativeAccess,
        Path lock,
        List<String> caches,
        List<String> notes) {}
