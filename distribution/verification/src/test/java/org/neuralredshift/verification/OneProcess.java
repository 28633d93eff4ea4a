package org.neuralredshift.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Many commands of the image, one after another in a single process: most of a command that refuses its input is the JVM's start. */
final class OneProcess {
    private static final String MAIN = "-m org.neuralredshift.cli/org.neuralredshift.cli.Main";
    private static final String OPEN = "--add-modules org.neuralredshift.cli"
            + " --add-exports org.neuralredshift.cli/org.neuralredshift.cli.command=ALL-UNNAMED"
            + " --add-exports org.neuralredshift.cli/org.neuralredshift.cli.console=ALL-UNNAMED -cp '%s' Each";
    private static final String EACH = """
            import java.io.PrintWriter;
            import java.io.StringWriter;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import org.neuralredshift.cli.command.Commands;
            import org.neuralredshift.cli.command.Host;
            import org.neuralredshift.cli.console.Terminal;
            /** Runs the command of each line of a file as Main would, and writes what it said beside it. */
            public final class Each {
                public static void main(String[] words) throws Exception {
                    Path file = Path.of(words[1]);
                    int number = 0;
                    for (String line : Files.readAllLines(file)) {
                        StringWriter out = new StringWriter();
                        StringWriter err = new StringWriter();
                        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
                        int exit = Commands.run(Host.ofProcess(), terminal, line.split(" +"));
                        terminal.out().flush();
                        terminal.err().flush();
                        Files.writeString(Path.of(file + "." + number + ".out"), out.toString());
                        Files.writeString(Path.of(file + "." + number + ".err"), err.toString());
                        Files.writeString(Path.of(file + "." + number + ".exit"), Integer.toString(exit));
                        number++;
                    }
                }
            }
            """;

    private OneProcess() {}

    /**
     * The results of commands, in their order.
     *
     * @param folder in which they run
     * @param work an empty folder for what this takes
     * @param commands each its words, with blanks between them
     */
    static List<Nrs.Result> run(Path folder, Path work, List<String> commands) throws IOException {
        Path classes = Compilation.compile(
                work.resolve("each"),
                Map.of("Each.java", EACH),
                "--class-path",
                Image.jar("org.neuralredshift.cli").toString());
        String each = OPEN.formatted(classes.toAbsolutePath());
        Path launcher = Image.relaunched(work.resolve("image"), text -> text.replace(MAIN, each));
        Path file = Files.write(work.resolve("commands"), commands);
        // The first word chooses the options of the JVM; here it is that of most commands.
        Nrs.run(folder, Map.of(), List.of("sh", launcher.toString(), "run", file.toString()))
                .done();
        List<Nrs.Result> results = new ArrayList<>();
        for (int number = 0; number < commands.size(); number++) {
            String said = file + "." + number;
            results.add(new Nrs.Result(
                    Integer.parseInt(Files.readString(Path.of(said + ".exit"))),
                    Files.readString(Path.of(said + ".out")),
                    Files.readString(Path.of(said + ".err"))));
        }
        return results;
    }
}
