package org.neuralredshift.engine.plugin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.Extension;

/**
 * Creates the providers of one plugin after another, each on a thread of its own. One that does not return is left behind;
 * one that calls {@code System.exit} is held up in that call: the JVM waits for a shutdown hook that does not end. The first
 * costs no more than that plugin; after the second the process still computes, but cannot draw figures.
 */
final class Binder implements AutoCloseable {
    private final Duration limit;
    private final ExitHold hold;

    private record Binding(Thread thread, CompletableFuture<List<Extension>> result) {}

    private volatile @Nullable Binding current;

    /**
     * @param limit how long one plugin may take
     * @param ending what is to be done if the process is ended meanwhile by somebody else
     */
    Binder(Duration limit, Runnable ending) {
        this.limit = limit;
        this.hold = ExitHold.begin(this::exitCalled, ending);
    }

    /**
     * Creates the providers of a plugin.
     *
     * @throws RejectedException with the first thing that is wrong
     */
    List<Extension> bind(String name, ResolvedPlugin plugin) {
        CompletableFuture<List<Extension>> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("plugin-" + name).unstarted(() -> {
            try {
                result.complete(plugin.bind());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setContextClassLoader(plugin.loader());
        current = new Binding(thread, result);
        thread.start();
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RejectedException rejected
                    ? rejected
                    : new IllegalStateException("the providers of " + name + " could not be created", e.getCause());
        } catch (TimeoutException e) {
            throw tooLong(thread);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the plugin " + name + " was loaded", e);
        } finally {
            current = null;
        }
    }

    private RejectedException tooLong(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        thread.setPriority(Thread.MIN_PRIORITY);
        return new RejectedException(
                RejectionCode.TIME_LIMIT,
                "Its providers were not created within " + limit.toSeconds() + " s"
                        + (stack.length == 0 ? "" : "; it was at " + place(stack))
                        + ". This is a fault of the plugin: tell its author, and disable it meanwhile.");
    }

    /** The innermost place that is not of Java's own. */
    private static StackTraceElement place(StackTraceElement[] stack) {
        for (StackTraceElement element : stack) {
            if (!element.getClassName().startsWith("java.")
                    && !element.getClassName().startsWith("jdk.")) {
                return element;
            }
        }
        return stack[0];
    }

    /**
     * Whether a plugin called System.exit: nobody else does while plugins are bound. If it is the one that is being bound, it
     * is rejected; a thread that an earlier one left behind is only held.
     */
    private boolean exitCalled() {
        Binding binding = current;
        if (binding != null) {
            ExitCall.of(binding.thread())
                    .ifPresent(place -> binding.result()
                            .completeExceptionally(new RejectedException(
                                    RejectionCode.SYSTEM_EXIT,
                                    "It called System.exit at " + place
                                            + ", which would have ended this process. This is a fault of the plugin: tell"
                                            + " its author, and disable it meanwhile.")));
        }
        return ExitCall.find().isPresent();
    }

    @Override
    public void close() {
        hold.end();
    }
}
