/**
 * The built-in activations, one class each. They have no parameters, and nobody calls them by name: the host finds them
 * as services.
 */
package org.neuralredshift.activations;
