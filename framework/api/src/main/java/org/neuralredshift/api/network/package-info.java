/**
 * Activations and layers, and how a description of a network becomes a graph and a way of drawing its weights. Depends on
 * {@code graph} and {@code random}.
 */
package org.neuralredshift.api.network;
