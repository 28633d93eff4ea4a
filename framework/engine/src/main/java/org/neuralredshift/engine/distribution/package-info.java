/** Makes a user's own distribution from an installed one: plugins added or taken away, everything else the same. */
@org.jspecify.annotations.NullMarked
package org.neuralredshift.engine.distribution;
