/**
 * Scalar expressions: how an activation is written once and runs on every backend. Depends on nothing.
 *
 * <p>{@link org.neuralredshift.api.expression.Evaluation} defines in float64 what each operation means.
 */
package org.neuralredshift.api.expression;
