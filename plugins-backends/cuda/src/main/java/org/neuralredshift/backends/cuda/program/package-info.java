/**
 * From a graph to CUDA C: {@link org.neuralredshift.backends.cuda.program.Programs#lower} prints the kernels, lists the memory that
 * they work on, and the launches that make up a run. It knows no driver and no card: a program is text and numbers.
 */
package org.neuralredshift.backends.cuda.program;
