import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// Formats every Java file under a folder, or (`check`) names those that differ and fails. Maven runs it from the source.
final class Format {
    /// Comments and the order of imports stay as they were written.
    private static final List<String> STYLE =
            List.of(
                    "--aosp",
                    "--max-line-length=120",
                    "--skip-javadoc-formatting",
                    "--skip-reflowing-long-strings",
                    "--skip-sorting-imports");

    public static void main(String[] args) throws IOException {
        boolean check = args[0].equals("check");
        var arguments = new ArrayList<>(STYLE);
        arguments.addAll(check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        try (var files = Files.walk(Path.of(args[1]))) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().forEach(arguments::add);
        }
        var out = new PrintWriter(System.out, true);
        var formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
        int code = formatter.run(out, new PrintWriter(System.err, true), arguments.toArray(String[]::new));
        if (check && code != 0) {
            out.println("The files above are not formatted: run  mvn -q -Pformat process-sources");
        }
        System.exit(code);
    }
}
