package org.neuralredshift.engine.run;

import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.store.MeasuredOn;

/** Where a user wants metrics measured. */
public enum MeasureOn {
    /** Where the backend had better. */
    AUTO,
    /** On the backend, those that have a graph. */
    BACKEND,
    /** On the host. */
    HOST;

    /**
     * Where they are.
     *
     * @throws UserException if the task cannot measure there
     */
    MeasuredOn of(Task task, Backend backend) {
        return switch (this) {
            case AUTO ->
                task.measuresOnBackend() && backend.prefersMetricGraphs() ? MeasuredOn.BACKEND : MeasuredOn.HOST;
            case HOST -> MeasuredOn.HOST;
            case BACKEND -> {
                if (!task.measuresOnBackend()) {
                    throw new UserException(
                            "The task " + task.id() + " measures on the host only.", "Leave out --measure-on.");
                }
                yield MeasuredOn.BACKEND;
            }
        };
    }

    /**
     * Whether metrics that can measure on the backend do.
     *
     * @throws UserException if the task cannot measure there
     */
    public boolean isBackend(Task task, Backend backend) {
        return of(task, backend) == MeasuredOn.BACKEND;
    }
}
