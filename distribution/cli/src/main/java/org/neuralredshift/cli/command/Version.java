package org.neuralredshift.cli.command;

import java.lang.module.ModuleDescriptor;
import picocli.CommandLine.IVersionProvider;

/** The version of this program: that of its module. */
final class Version implements IVersionProvider {
    Version() {}

    /** The version alone, for instance {@code 0.1.0}. */
    static String number() {
        ModuleDescriptor descriptor = Version.class.getModule().getDescriptor();
        return descriptor == null ? "unversioned" : descriptor.rawVersion().orElse("unversioned");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "nrs " + number(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
