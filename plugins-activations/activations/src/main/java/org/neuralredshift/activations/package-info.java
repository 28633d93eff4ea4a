/**
 * The built-in activations, one class each. Nobody calls them by name: the host finds them as services.
 */
package org.neuralredshift.activations;
