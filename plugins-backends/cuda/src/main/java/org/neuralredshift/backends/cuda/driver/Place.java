package org.neuralredshift.backends.cuda.driver;

import java.nio.file.Path;

/**
 * A folder where libraries are looked for.
 *
 * @param folder the folder
 * @param origin who names it: a variable of the environment, or the system
 */
record Place(Path folder, String origin) {}
