/** The tasks that train networks. Called by the host only, through the service type; asks it for datasets by their ids. */
package org.neuralredshift.tasks.learning;
