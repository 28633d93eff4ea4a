package org.neuralredshift.engine.plugin;

import java.util.Objects;
import java.util.regex.Pattern;
import org.neuralredshift.api.Extension;

/** What the host relies on in every extension. */
final class ExtensionContract {
    private static final String WORD = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final Pattern ID = Pattern.compile(WORD + "(:" + WORD + ")?");

    private ExtensionContract() {}

    /** The id of an extension that keeps the contract. */
    static String check(Extension extension) {
        String name = extension.getClass().getName();
        String id = Objects.requireNonNull(extension.id(), name + ".id()");
        if (!ID.matcher(id).matches()) {
            throw new RejectedException(
                    RejectionCode.BAD_EXTENSION,
                    name + " has the id '" + id
                            + "'. An id has lower-case letters, digits and hyphens; a colon separates" + " a variant.");
        }
        if (extension.revision() < 1) {
            throw new RejectedException(
                    RejectionCode.BAD_EXTENSION,
                    name + " has revision " + extension.revision() + ", but must be 1 or more.");
        }
        Objects.requireNonNull(extension.description(), name + ".description()");
        Objects.requireNonNull(extension.parameters(), name + ".parameters()");
        return id;
    }
}
