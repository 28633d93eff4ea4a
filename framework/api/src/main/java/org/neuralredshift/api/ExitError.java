package org.neuralredshift.api;

import static org.neuralredshift.api.annotation.Api.Stability.INTERNAL;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.annotation.Api;

/**
 * Thrown in a plugin where it calls {@link System#exit}, {@link Runtime#exit} or {@link Runtime#halt}: a plugin must not end
 * the process that runs it. An error, and no exception, so that {@code catch (Exception e)} does not hide the call.
 *
 * <p>The host calls the static methods in place of those of Java when it loads the classes of a plugin; nobody else needs
 * them. They are no defence against an author who means it: a call by reflection, or of native code, still ends the process.
 */
@Api(INTERNAL)
public final class ExitError extends Error {
    private static final long serialVersionUID = 1L;

    private ExitError(String message) {
        super(message);
    }

    /**
     * Stands for {@link System#exit}.
     *
     * @throws ExitError always
     */
    public static void exit(int status) {
        throw of("System.exit", status);
    }

    /**
     * Stands for {@link Runtime#exit}.
     *
     * @throws ExitError always
     */
    public static void exit(Runtime runtime, int status) {
        throw of("Runtime.exit", status);
    }

    /**
     * Stands for {@link Runtime#halt}.
     *
     * @throws ExitError always
     */
    public static void halt(Runtime runtime, int status) {
        throw of("Runtime.halt", status);
    }

    private static ExitError of(String method, int status) {
        String call = " called " + method + "(" + status + ")";
        return new ExitError(caller().map(frame -> "the plugin "
                        + frame.getDeclaringClass().getClassLoader().getName() + call + " at " + place(frame))
                .orElse("a plugin" + call));
    }

    /** The innermost code of a plugin: a method reference is called by one of Java's. */
    private static Optional<StackWalker.StackFrame> caller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(
                                frame -> isPlugin(frame.getDeclaringClass().getClassLoader()))
                        .findFirst());
    }

    /** Without loader and module, whose names often repeat that of the package. */
    private static StackTraceElement place(StackWalker.StackFrame frame) {
        return new StackTraceElement(
                frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
    }

    private static boolean isPlugin(@Nullable ClassLoader loader) {
        return loader != null
                && loader != ClassLoader.getPlatformClassLoader()
                && loader != ExitError.class.getClassLoader();
    }
}
