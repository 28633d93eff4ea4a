package org.neuralredshift.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code nrs plugins}: where plugins come from, why one is used or not, and whose code may run. */
@Command(
        name = "plugins",
        description = {
            "See, explain, verify, trust and disable plugins.",
            "",
            "Plugins are looked for in the image, in every --plugins DIR, in the folders of NRS_PLUGINS and in your own",
            "(~/.local/share/nrs/plugins on Linux). A JAR there is code that runs with your rights.",
            ""
        },
        synopsisSubcommandLabel = "[COMMAND]",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs plugins list                      all that was found; no class of it is loaded",
            "  nrs plugins why isru                  every step taken for a plugin, a JAR or an id",
            "  nrs plugins verify target/isru.jar    run the test kit on it, wherever it lies",
            "  nrs plugins trust plugins/isru.jar    let these bytes run, and no others of that name",
            "  nrs plugins disable isru              load no class of it from now on"
        })
final class PluginsCommand implements Callable<Integer> {
    private final PluginsListCommand list;

    private PluginsCommand(PluginsListCommand list) {
        this.list = list;
    }

    /** The command with its subcommands; without one it lists. */
    static CommandLine create(Nrs nrs) {
        PluginsListCommand list = new PluginsListCommand(nrs);
        return new CommandLine(new PluginsCommand(list))
                .addSubcommand("list", list)
                .addSubcommand("why", new PluginsWhyCommand(nrs))
                .addSubcommand("verify", new PluginsVerifyCommand(nrs))
                .addSubcommand("trust", new PluginsTrustCommand(nrs))
                .addSubcommand("disable", new PluginsDisableCommand(nrs))
                .addSubcommand("enable", new PluginsEnableCommand(nrs));
    }

    @Override
    public Integer call() {
        return list.call();
    }
}
