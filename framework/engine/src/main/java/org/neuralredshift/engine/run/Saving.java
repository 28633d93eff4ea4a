package org.neuralredshift.engine.run;

import java.util.Optional;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.store.SavedBatch;

/** Where a batch that is under way is kept. */
interface Saving {
    /** Nowhere: nothing is found, and nothing is ever due. */
    Saving NONE = new Saving() {
        @Override
        public Optional<SavedBatch> saved() {
            return Optional.empty();
        }

        @Override
        public boolean keeps() {
            return false;
        }

        @Override
        public void save(SavedBatch batch) {}

        @Override
        public void refused(String reason) {}
    };

    /** What an interrupted run left. */
    Optional<SavedBatch> saved();

    /** Whether saving is of any use. */
    boolean keeps();

    /** Makes it durable. */
    void save(SavedBatch batch);

    /** Forgets what was found, which cannot be gone on from. */
    void refused(String reason);

    /**
     * In the output folder.
     *
     * @param by the backend that computes the batch
     */
    static Saving in(OutputFolder folder, int batch, Backend by) {
        return new Saving() {
            @Override
            public Optional<SavedBatch> saved() {
                return folder.saved(batch, by);
            }

            @Override
            public boolean keeps() {
                return true;
            }

            @Override
            public void save(SavedBatch saved) {
                folder.save(batch, saved, by);
            }

            @Override
            public void refused(String reason) {
                folder.forget(batch);
                folder.notice("The checkpoint of batch " + batch + " is of no use (" + reason
                        + "): its networks were begun anew.");
            }
        };
    }
}
