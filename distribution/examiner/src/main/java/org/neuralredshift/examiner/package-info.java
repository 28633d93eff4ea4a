/**
 * A subclass of every suite, as an author would write it, and JUnit's own launcher to run them. Only the host calls it, through
 * its service. Depends on the API, the test kit, JUnit, and the packages of the engine that tell what a plugin is.
 */
package org.neuralredshift.examiner;
