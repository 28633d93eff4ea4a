package org.neuralredshift.engine.plugin;

/**
 * Something about a plugin that is worth knowing and does not stop it.
 *
 * @param code for programs
 * @param sentence for people
 */
public record Notice(Code code, String sentence) {
    /** Kinds of notices. */
    public enum Code {
        /** The plugin carries a module that the host has; the host's is used. */
        BUNDLED_COPY_IGNORED,
        /** A library without a module descriptor stands as an automatic module. */
        AUTOMATIC,
        /** The version of the API that the plugin was compiled against is not known. */
        API_VERSION_UNKNOWN,
        /** Its folder has no lock, so nothing of it is checked. */
        UNLOCKED,
        /** The user, or the maker of the distribution, allowed it to call native code. */
        NATIVE_ACCESS,
        /** A backend that cannot run on this machine. */
        UNAVAILABLE
    }
}
