package org.neuralredshift.engine.plugin;

import java.util.function.BooleanSupplier;

/** A shutdown hook that keeps the process alive while the call that would end it comes from a plugin. */
final class ExitHold {
    private static final long PAUSE_MILLISECONDS = 100;
    /** What shells expect of a process that was interrupted. */
    private static final int INTERRUPTED = 130;

    private final Thread hook;

    private ExitHold(Thread hook) {
        this.hook = hook;
    }

    /**
     * Registers it. A process that is ending already has no use for it.
     *
     * @param plugin whether a plugin called System.exit; asked again and again while the process is held
     * @param otherwise what is to be done if it was somebody else
     */
    static ExitHold begin(BooleanSupplier plugin, Runnable otherwise) {
        Thread hook = new Thread(() -> {
            if (plugin.getAsBoolean()) {
                hold(plugin);
            } else {
                otherwise.run();
            }
        });
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            otherwise.run(); // the process is ending
        }
        return new ExitHold(hook);
    }

    /**
     * Until the process is halted: by its main thread when that is done, or here after a signal, whose own thread has to wait
     * behind the call that is held up.
     */
    private static void hold(BooleanSupplier plugin) {
        while (plugin.getAsBoolean() && !signalled()) {
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                continue; // nobody may end this process but those named above
            }
        }
        Runtime.getRuntime().halt(INTERRUPTED);
    }

    /** Whether the JVM has a thread that handles a signal to end. */
    private static boolean signalled() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 16];
        int count = root.enumerate(threads);
        for (int i = 0; i < count; i++) {
            String name = threads[i].getName();
            if (name.startsWith("SIG") && name.endsWith(" handler")) {
                return true;
            }
        }
        return false;
    }

    /** Takes it away. */
    void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is at work: the process is ending, or held.
        }
    }
}
