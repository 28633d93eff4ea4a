package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.Optional;
import org.neuralredshift.api.annotation.Api;

/**
 * What a task saves of a batch that takes long, so that a run that is killed goes on where it was. A task asks
 * {@link #saved()} once before it starts, and between steps whether it {@link #isDue()}. What it gave to the
 * {@link ResultSink} before it saved is saved too, and is there again when the batch goes on: only what came later is given
 * again. The rows must be the same, to the bit, as those of a run that was never interrupted.
 */
@Api(INCUBATING)
public interface Checkpoint {
    /** One that keeps nothing, for what is never resumed. */
    Checkpoint NONE = new Checkpoint() {
        @Override
        public Optional<byte[]> saved() {
            return Optional.empty();
        }

        @Override
        public boolean isDue() {
            return false;
        }

        @Override
        public void save(byte[] state) {}
    };

    /** What an interrupted run saved last of this very batch; empty if the batch starts anew. */
    Optional<byte[]> saved();

    /**
     * Whether enough was computed since the last time that saving pays, or the user stops the run. Costs nothing: ask it
     * every few steps.
     */
    boolean isDue();

    /**
     * Replaces what was saved before. Durable when it returns; it does not return if the user stops the run.
     *
     * @param state whatever the task needs to go on; copied or written at once
     */
    void save(byte[] state);
}
