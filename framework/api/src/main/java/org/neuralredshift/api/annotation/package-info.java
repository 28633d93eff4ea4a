/** What the API promises about its own types. Sees no other package of the API. */
package org.neuralredshift.api.annotation;
