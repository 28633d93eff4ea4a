package org.neuralredshift.cli.command;

import java.nio.file.Path;

/**
 * A folder that plugins are loaded from.
 *
 * @param path of it
 * @param origin who named it: {@code image}, {@code --plugins}, {@code NRS_PLUGINS} or {@code user}
 */
record PluginFolder(Path path, String origin) {}
