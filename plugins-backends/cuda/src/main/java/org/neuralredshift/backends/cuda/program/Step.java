package org.neuralredshift.backends.cuda.program;

/**
 * One kernel with its launch.
 *
 * @param section when it runs
 * @param launch its geometry and arguments
 * @param source its text
 * @param explanation one line for people
 */
record Step(Section section, Launch launch, String source, String explanation) {}
