package org.neuralredshift.api;

import static org.neuralredshift.api.annotation.Api.Stability.INTERNAL;

import org.neuralredshift.api.annotation.Api;

/**
 * Stands before a call of native code in a plugin of class-path libraries that the user has not allowed to make such calls. The
 * host puts it there when it loads the classes of the plugin; nobody else needs it. It is no defence against an author who
 * means it: a call by reflection passes.
 */
@Api(INTERNAL)
public final class NativeCallRefusal {
    private NativeCallRefusal() {}

    /**
     * Refuses the call, as the JVM does for modules.
     *
     * @throws IllegalCallerException always, with the name of the plugin
     */
    public static void refuse() {
        Class<?> caller = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass();
        throw new IllegalCallerException("Illegal native access from the plugin "
                + caller.getClassLoader().getName());
    }
}
