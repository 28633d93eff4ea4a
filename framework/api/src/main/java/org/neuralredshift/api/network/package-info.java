/** Activations and layers, and how a description of a network becomes a graph. Depends on {@code graph}. */
package org.neuralredshift.api.network;
