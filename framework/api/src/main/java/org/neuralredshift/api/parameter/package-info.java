/** Declared parameters: one schema serves validation, help and provenance. Depends on nothing. */
package org.neuralredshift.api.parameter;
