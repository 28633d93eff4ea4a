package org.neuralredshift.cli.console;

/** What the process answers to its caller. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** A fault of this program. */
    public static final int INTERNAL_ERROR = 1;
    /** A fault of a plugin, which the message names; what does not depend on it was done. */
    public static final int PLUGIN_ERROR = 1;
    /** Something that was given cannot be used: an option, a name, a file. */
    public static final int BAD_INPUT = 2;
    /** The backend cannot run here. */
    public static final int BACKEND_UNAVAILABLE = 3;
    /** The run came to its end, but none of its networks could be computed and measured. */
    public static final int ALL_FAILED = 4;
    /** Interrupted by the user: 128 + SIGINT, as shells expect. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
