package org.neuralredshift.cli.command;

/** Words of a command line that a person may paste into a shell. */
final class ShellWord {
    private ShellWord() {}

    /** The word, in single quotes if a POSIX shell would not take it as it is. */
    static String of(String word) {
        boolean plain = !word.isEmpty()
                && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-./=:,+@%".indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
