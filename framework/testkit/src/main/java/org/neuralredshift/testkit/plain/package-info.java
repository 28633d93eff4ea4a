/**
 * What suites compare with: meanings in float64, written as their definitions read, and the small parts that a network or a
 * task needs to run at all. Only the suites call it. It shares no code with any backend, so that no error is in both.
 */
package org.neuralredshift.testkit.plain;
