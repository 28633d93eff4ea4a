package org.neuralredshift.engine.run;

import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.engine.BackendUnavailableException;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Causes;

/** Failures that say something of this machine or installation, not of a network: they must not become rows. */
final class RunEnd {
    private static final String OTHERS = "`nrs list backends` shows which can run here.";
    private static final String RESUME = " What was committed is kept: then run the study again with --resume.";

    private RunEnd() {}

    /** The loss of a backend that is behind a failure; null if none is. */
    static @Nullable BackendLostException lost(Throwable thrown) {
        return Causes.of(thrown)
                .filter(BackendLostException.class::isInstance)
                .map(BackendLostException.class::cast)
                .findFirst()
                .orElse(null);
    }

    /**
     * What to tell the user of a backend that was lost amid a run, if nothing takes over.
     *
     * @param another whether the user had named a fallback
     */
    static BackendUnavailableException of(Backend backend, BackendLostException lost, boolean another) {
        return new BackendUnavailableException(
                "The run stopped, since the backend " + backend.id() + " was lost: " + lost.getMessage() + ".",
                (another ? OTHERS : "With --fallback another backend, as cpu, computes the rest.") + RESUME,
                lost);
    }

    /** As {@link #of(Backend, BackendLostException, boolean)}, if nothing was run but to tell how long a run will take. */
    static BackendUnavailableException ofEstimate(Backend backend, BackendLostException lost, boolean another) {
        return new BackendUnavailableException(
                "Nothing can be estimated, since the backend " + backend.id() + " was lost: " + lost.getMessage() + ".",
                another ? OTHERS : "With --fallback another backend, as cpu, computes instead.",
                lost);
    }

    /**
     * What to tell the user; null if the failure is that of a network.
     *
     * @param thrown by a task, a backend or a metric; its causes count too
     */
    static @Nullable UserException of(Throwable thrown) {
        for (Throwable cause : Causes.of(thrown).toList()) {
            if (cause instanceof VirtualMachineError) {
                return new UserException(
                        "The run stopped, since the Java machine failed: " + cause + ".",
                        "Run fewer threads with --threads, or give it more memory, as with NRS_JAVA_OPTIONS=-Xmx8g."
                                + RESUME,
                        thrown);
            }
            if (cause instanceof LinkageError) {
                return new UserException(
                        "The run stopped, since a plugin does not fit to what it needs: " + cause + ".",
                        "Put its archives right." + RESUME,
                        thrown);
            }
        }
        return null;
    }
}
