/**
 * Finding, checking and loading plugins, and looking up what they provide. Depends on the API and on nothing else of the
 * engine but its failures; the command and all other packages of the engine may call it.
 */
package org.neuralredshift.engine.plugin;
