/** The task {@code random-functions}. Called by the host only, through the service type. */
package org.neuralredshift.tasks.functions;
