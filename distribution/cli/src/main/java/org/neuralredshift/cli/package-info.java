/** Entry point of the command {@code nrs}. Depends on {@code command}; called by the launcher of the image. */
package org.neuralredshift.cli;
