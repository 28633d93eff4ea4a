/**
 * The suites. A test class of a plugin inherits the one of its service type; every test is public, so that JUnit reaches it
 * from any module. Depends on {@code plain} for what results are compared with.
 */
package org.neuralredshift.testkit;
