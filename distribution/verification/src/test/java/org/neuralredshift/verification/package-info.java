/**
 * Tests of what ships: they read the JARs of the assembled image and run its command in a process of its own, as a user
 * does. No class of the program is on their class path.
 */
package org.neuralredshift.verification;
