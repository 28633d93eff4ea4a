/**
 * What the host and the test kit of its image say to each other when a plugin is examined. The command asks; a module that the
 * host loads for that alone answers, so that no test library lies on the host's module path. Depends on {@code plugin}.
 */
package org.neuralredshift.engine.examination;
