/** Tasks: what is done with each network of a study. Depends on all other packages; none depends on it. */
package org.neuralredshift.api.task;
