package org.neuralredshift.engine.plugin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Creates the providers of one plugin after another, each on a thread of its own. One that does not return is left behind. */
final class Binder {
    private final Duration limit;

    /** @param limit how long one plugin may take */
    Binder(Duration limit) {
        this.limit = limit;
    }

    /**
     * Creates the providers of a plugin.
     *
     * @throws RejectedException with the first thing that is wrong
     */
    List<Provided> bind(String name, ResolvedPlugin plugin) {
        CompletableFuture<List<Provided>> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("plugin-" + name).unstarted(() -> {
            try {
                result.complete(plugin.bind());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setContextClassLoader(plugin.loader());
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
}
