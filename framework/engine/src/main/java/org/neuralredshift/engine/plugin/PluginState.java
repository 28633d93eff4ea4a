package org.neuralredshift.engine.plugin;

import java.util.Locale;

/** How far a plugin came. */
public enum PluginState {
    /** It lies in a plugin folder. */
    FOUND,
    /** Its archives are those that {@code plugins.lock} knows, or its folder has no lock. */
    VERIFIED,
    /** All that it needs is there, and nothing of it clashes. No class of it is loaded up to here. */
    RESOLVED,
    /** Its providers are created. */
    BOUND,
    /** Its extensions are in the catalog. */
    READY,
    /** It is not used, for a reason. */
    REJECTED,
    /** It is not used, since the user said so. */
    DISABLED;

    /** In lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
