/**
 * What networks learn: datasets, and what they are judged by. Plugins provide datasets, tasks ask for them. Depends on parameters
 * and random numbers; knows nothing of networks and of how they are trained.
 */
package org.neuralredshift.api.learning;
