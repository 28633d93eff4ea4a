/**
 * Training: losses, optimisers and schedules as graphs, the program of a training step, and what runs it on a backend. Tasks call
 * it; plugins of other kinds know nothing of it. Depends on {@code graph}, {@code network}, {@code random} and {@code compute}.
 */
package org.neuralredshift.api.training;
