/**
 * The subcommands of {@code nrs}, one class each, and what several of them share. Depends on the engine and on {@code
 * console}; opened to picocli, which fills in the options.
 */
package org.neuralredshift.cli.command;
