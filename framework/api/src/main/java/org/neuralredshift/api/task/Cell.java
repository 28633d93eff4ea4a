package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.parameter.Parameters;

/**
 * One combination of the parameters of a study.
 *
 * @param id depends on the task and the parameters alone, so it is the same in every study that has this cell
 * @param parameters resolved against the task's schema
 */
@Api(INCUBATING)
public record Cell(String id, Parameters parameters) {}
