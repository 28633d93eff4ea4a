package org.neuralredshift.examiner;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Runs every check on a thread of its own with a time limit. A check that does not end is left behind, and no other check of
 * that extension is begun: it would most likely not end, either, and a figure that is measured beside it would be wrong.
 */
final class Patience implements InvocationInterceptor {
    private final Duration limit;
    private volatile boolean lost;

    Patience(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        within(invocation);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
            throws Throwable {
        within(invocation);
    }

    @Override
    public <T extends @Nullable Object> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return within(new Invocation<T>() {
            @Override
            public T proceed() throws Throwable {
                return eager(invocation.proceed());
            }

            @Override
            public void skip() {
                invocation.skip();
            }
        });
    }

    /** A stream asks the plugin while it is read: that, too, belongs on the thread with the limit. */
    @SuppressWarnings("unchecked") // a stream of what it was a stream of
    private static <T extends @Nullable Object> T eager(T tests) {
        return tests instanceof Stream<?> stream ? (T) stream.toList().stream() : tests;
    }

    private <T extends @Nullable Object> T within(Invocation<T> invocation) throws Throwable {
        if (lost) {
            invocation.skip();
            throw new TestAbortedException("not begun, as an earlier check has not ended");
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("check").unstarted(() -> {
            try {
                result.complete(invocation.proceed());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.start();
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : survivable(cause);
        } catch (TimeoutException e) {
            lost = true;
            throw tooLong(thread);
        }
    }

    /** JUnit ends the whole run for an error of the JVM; here it is the fault of one check. */
    private static Throwable survivable(Throwable thrown) {
        return thrown instanceof VirtualMachineError ? new AssertionFailedError(thrown.toString(), thrown) : thrown;
    }

    private AssertionFailedError tooLong(Thread thread) {
        String where = Place.of(thread.getStackTrace())
                .map(place -> "; it was at " + place)
                .orElse("");
        thread.interrupt();
        thread.setPriority(Thread.MIN_PRIORITY);
        return new AssertionFailedError("it has not ended within " + limit.toSeconds() + " s" + where);
    }
}
