package org.neuralredshift.backends.cuda;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was taken of a card, to be given back in the opposite order: all of it, even if some cannot be. */
final class Holdings {
    private final Deque<Runnable> releases = new ArrayDeque<>();

    /** Something is held from now on. */
    void add(Runnable release) {
        releases.push(release);
    }

    /** How to give everything back, the latest first. */
    Runnable[] releases() {
        return releases.toArray(Runnable[]::new);
    }
}
