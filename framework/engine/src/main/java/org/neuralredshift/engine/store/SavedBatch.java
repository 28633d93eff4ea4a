package org.neuralredshift.engine.store;

import java.util.Set;
import org.neuralredshift.api.task.Trial;

/**
 * A batch that is under way: what a run that is killed goes on from.
 *
 * @param chunk the results that were reported
 * @param completed the trials that were completed
 * @param state what the task needs to go on
 */
public record SavedBatch(Chunk chunk, Set<Trial> completed, byte[] state) {}
