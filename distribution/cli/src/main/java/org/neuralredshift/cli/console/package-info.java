/**
 * How the command talks: exit codes, errors with hints, JSON, tables, progress. Knows nothing of commands; depends on
 * nothing of ours.
 */
package org.neuralredshift.cli.console;
