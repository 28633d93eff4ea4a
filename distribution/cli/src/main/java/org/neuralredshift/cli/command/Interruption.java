package org.neuralredshift.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.neuralredshift.cli.console.ExitCode;

/** Lets Ctrl-C end a computation in order, so that what is done is kept and the user reads how to go on. */
final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private Interruption() {}

    /**
     * Computes something. If the process is asked to end meanwhile, it asks the computation to stop and waits until it
     * has returned, but no longer than {@value #PATIENCE_SECONDS} seconds.
     *
     * @param stop asks the computation to return soon; called from another thread
     */
    static <T> T guard(Runnable stop, Supplier<T> computation) {
        CountDownLatch returned = new CountDownLatch(1);
        Runnable ending = () -> {
            stop.run();
            await(returned);
        };
        try {
            return watch(ending, computation);
        } finally {
            returned.countDown();
        }
    }

    /** Computes something that nobody need wait for if the process is asked to end. */
    static <T> T watch(Supplier<T> computation) {
        return watch(() -> {}, computation);
    }

    private static <T> T watch(Runnable ending, Supplier<T> computation) {
        Thread hook = new Thread(() -> {
            ExitCall.find().ifPresent(Interruption::endedFromWithin);
            ending.run();
        });
        add(hook);
        try {
            return computation.get();
        } finally {
            remove(hook);
        }
    }

    /**
     * By a plugin that hides the call, for one that does not gets an error. The thread that called will never return, and its
     * exit code may say that all is well.
     */
    private static void endedFromWithin(StackTraceElement place) {
        System.err.println("nrs: Ended in mid-run by a call of System.exit at " + place + ".");
        System.err.println("  This is a fault of the plugin with that class: tell its author, and disable it. What was"
                + " committed is kept.");
        Runtime.getRuntime().halt(ExitCode.INTERNAL_ERROR);
    }

    private static void add(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }

    private static void await(CountDownLatch returned) {
        try {
            if (!returned.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("nrs: The computation has not stopped within " + PATIENCE_SECONDS
                        + " s. What was committed is kept.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook was just told that the computation has returned.
        }
    }
}
