package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.cli.console.Terminal;
import org.neuralredshift.engine.plugin.Disabled;
import org.neuralredshift.engine.plugin.NativeAccess;
import org.neuralredshift.engine.plugin.PluginLoader;
import org.neuralredshift.engine.plugin.PluginRecord;
import org.neuralredshift.engine.plugin.PluginSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command itself: what all subcommands share. */
@Command(
        name = "nrs",
        description = {
            "",
            "Neural Redshift: what functions does an architecture prefer, before any training?",
            "Samples networks with random weights, evaluates them on a grid and measures how complex the functions are.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "",
            "Start here:",
            "  nrs reproduce figure4 --quick        the paper's main figure, in a minute or two",
            "  nrs sample --activation tanh --to one one network: its function, weights and measures",
            "  nrs list                             what there is to vary",
            "  nrs COMMAND --help                   what a command does, with examples",
            "",
            "Exit codes: 0 done, 1 fault of nrs or a plugin, 2 bad input, 3 backend unavailable, 4 every network failed, 130 interrupted."
        })
final class Nrs implements Runnable, AutoCloseable {
    private final Host host;
    private final Terminal terminal;
    private final Preview preview;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "One more folder to load plugins from; may be given several times.")
    private List<Path> folders = new ArrayList<>(); // for the help; Preview reads them, as plugins declare options

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    private @Nullable PluginLoader loader;
    private @Nullable PluginSet loaded;

    Nrs(Host host, Terminal terminal, Preview preview) {
        this.host = host;
        this.terminal = terminal;
        this.preview = preview;
    }

    Host host() {
        return host;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean debug() {
        return debug;
    }

    /** Writes to the standard output. */
    void print(String text) {
        terminal.out().print(text);
        terminal.out().flush();
    }

    /** The plugins of all folders, loaded at the first call. */
    PluginSet plugins() {
        PluginSet set = loaded;
        if (set == null) {
            set = loader().load();
            loaded = set;
        }
        return set;
    }

    /** What the archives of all plugins say about themselves; no class of them is loaded. */
    List<PluginRecord> survey() {
        return loader().survey();
    }

    /** Where plugins are looked for. */
    List<PluginFolder> pluginFolders() {
        return host.pluginFolders(preview.plugins());
    }

    /** What the user disabled. */
    Disabled disabled() {
        return host.disabled().map(Disabled::read).orElseGet(Disabled::none);
    }

    /** What may call native code. */
    NativeAccess nativeAccess() {
        return host.nativeAccess();
    }

    private PluginLoader loader() {
        PluginLoader known = loader;
        if (known == null) {
            List<Path> paths = pluginFolders().stream().map(PluginFolder::path).toList();
            known = new PluginLoader(paths, disabled(), nativeAccess());
            loader = known;
        }
        return known;
    }

    @Override
    public void close() {
        PluginLoader known = loader;
        if (known != null) {
            known.close();
        }
    }

    /** The plugin folders that the command line named. */
    List<Path> morePlugins() {
        return preview.plugins();
    }

    Inventory inventory() {
        return new Inventory(plugins());
    }

    StudyRecords studies() {
        return new StudyRecords(host.studies());
    }

    @Override
    public void run() {
        throw new IllegalStateException("nrs without a subcommand is answered with its help");
    }
}
