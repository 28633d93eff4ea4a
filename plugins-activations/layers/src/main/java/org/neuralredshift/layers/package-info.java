/** The built-in layers, one class each. Nobody calls them by name: the host finds them as services. */
package org.neuralredshift.layers;
