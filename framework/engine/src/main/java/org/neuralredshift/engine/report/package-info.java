/**
 * The report of an output folder: figures as files, and one page that tells what was found, what was run and what was
 * assumed. Reads rows only, so that any report can be made again. Depends on {@code claims}, {@code store}, {@code study} and
 * {@code figure}; the command calls it.
 */
package org.neuralredshift.engine.report;
