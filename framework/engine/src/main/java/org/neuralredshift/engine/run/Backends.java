package org.neuralredshift.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.engine.BackendUnavailableException;
import org.neuralredshift.engine.UserException;

/** The backend of a run, and the one that takes over where the chosen one cannot compute, or cannot any more. Thread-safe. */
final class Backends {
    private final Backend chosen;
    private final @Nullable Backend fallback;
    private final List<String> sentences = new ArrayList<>();
    private Consumer<String> listener = sentence -> {};
    private volatile Backend current;

    /**
     * Asks whether they can run.
     *
     * @param fallback null if none is to take over
     * @param others ids of all backends, for the advice
     * @throws BackendUnavailableException if none of them can run here
     * @throws UserException if both are the same
     */
    Backends(Backend chosen, @Nullable Backend fallback, List<String> others) {
        if (fallback != null && fallback.id().equals(chosen.id())) {
            throw new UserException(
                    "The fallback of the backend " + chosen.id() + " is " + fallback.id() + " itself.",
                    "Name another with --fallback: " + String.join(", ", others) + ".");
        }
        this.chosen = chosen;
        this.fallback = fallback;
        Availability availability = chosen.probe();
        String why = "The backend " + chosen.id() + " cannot run here: " + availability.detail();
        if (fallback != null && !fallback.probe().usable()) {
            throw new BackendUnavailableException(
                    "The fallback " + fallback.id() + " cannot run here: "
                            + fallback.probe().detail(),
                    "`nrs list backends` shows which can run here.",
                    null);
        }
        if (!availability.usable() && fallback == null) {
            throw new BackendUnavailableException(why, "`nrs list backends` shows which can run here.", null);
        }
        this.current = availability.usable() || fallback == null ? chosen : fallback;
        if (current != chosen) {
            sentences.add(why + ". The fallback " + current.id() + " computes.");
        }
    }

    /** The chosen one, and the one that takes over, if any. */
    List<Backend> all() {
        return fallback == null ? List.of(chosen) : List.of(chosen, fallback);
    }

    /** The one that computes. */
    Backend current() {
        return current;
    }

    /** Who is told of every change from now on, and now of those before. */
    synchronized void tell(Consumer<String> listener) {
        sentences.forEach(listener);
        this.listener = listener;
    }

    /** Every change so far. */
    synchronized List<String> sentences() {
        return List.copyOf(sentences);
    }

    /**
     * Lets the other one take over amid a run, unless it has already.
     *
     * @throws BackendUnavailableException if there is no other one
     */
    synchronized void lost(Backend backend, BackendLostException reason) {
        if (current == backend && !replaced(reason, "computes the rest")) {
            throw RunEnd.of(backend, reason, fallback != null);
        }
    }

    /**
     * Likewise amid an estimate, before a run.
     *
     * @throws BackendUnavailableException if there is no other one
     */
    synchronized void lostInEstimate(Backend backend, BackendLostException reason) {
        if (current == backend && !replaced(reason, "computes")) {
            throw RunEnd.ofEstimate(backend, reason, fallback != null);
        }
    }

    /** False if no other one is left. */
    private boolean replaced(BackendLostException reason, String does) {
        if (fallback == null || current == fallback) {
            return false;
        }
        String sentence = "The backend " + current.id() + " was lost: " + reason.getMessage() + ". The fallback "
                + fallback.id() + " " + does + ".";
        current = fallback;
        sentences.add(sentence);
        listener.accept(sentence);
        return true;
    }
}
