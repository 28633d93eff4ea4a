/** Programs that stand beside nrs when its speed is measured. They answer the lines that bench/interleave.py sends. */
package org.neuralredshift.bench;
