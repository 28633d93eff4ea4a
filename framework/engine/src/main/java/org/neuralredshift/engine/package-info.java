/** What all of the host shares: failures that speak to the user, and near misses of names. Depends on nothing. */
package org.neuralredshift.engine;
