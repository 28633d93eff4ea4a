/** Datasets. Called by the host only, through the service type; the tasks of this module see them as those of a stranger. */
package org.neuralredshift.tasks.learning.data;
