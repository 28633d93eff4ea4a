/** What every extension has in common. Depends on {@code parameter} only; every service type extends it. */
package org.neuralredshift.api;
