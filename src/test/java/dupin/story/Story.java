package dupin.story;

import dupin.cli.CommandLineMain;
import dupin.service.CaseSession;
import dupin.service.Cases;
import dupin.service.MadeOnce;
import dupin.service.Progress;
import dupin.service.Sample;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A sample case with what its `story.json` expects.
record Story(Sample sample, JsonNode expect) {
    static final Path SAMPLES = Path.of("assets/samples");
    static final Instant NOW = MadeOnce.NOW;

    static List<Story> all() {
        return Sample.all(SAMPLES).stream().map(Story::of).toList();
    }

    static Story named(String id) {
        return all().stream().filter(s -> s.sample.id().equals(id)).findFirst().orElseThrow();
    }

    private static Story of(Sample sample) {
        try {
            String text = Files.readString(SAMPLES.resolve(sample.id()).resolve("story.json"));
            return new Story(sample, JsonMapper.shared().readTree(text).path("expect"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static CaseSession open(Path folder, int workers) {
        return new Cases(Clock.fixed(NOW, ZoneOffset.UTC), workers).open(folder, Progress.NONE);
    }

    /// The sample, imported and investigated, in a case of its own: a copy of one that is made once in a process.
    CaseSession investigated(Path folder) throws InterruptedException {
        MadeOnce.sample(sample.id(), folder);
        CaseSession session = open(folder, 2);
        session.awaitIdle();
        return session;
    }

    /// Imports the sample into a case and waits for the investigations.
    void investigate(CaseSession session) throws InterruptedException {
        session.imports().commit(session.imports().plan(sample.files(), Progress.NONE), "tester", Progress.NONE);
        session.awaitIdle();
    }

    /// `dupin verdicts CASE --format ndjson`, parsed. The case must be closed.
    static List<JsonNode> lines(String command, Path folder) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                CommandLineMain.run(
                        new PrintWriter(out), new PrintWriter(err), command, folder.toString(), "--format", "ndjson");
        if (code != 0) {
            throw new AssertionError("dupin " + command + " ended with " + code + ": " + err);
        }
        var nodes = new ArrayList<JsonNode>();
        out.toString().lines().forEach(line -> nodes.add(JsonMapper.shared().readTree(line)));
        return nodes;
    }

    /// Whether a verdict line is about the expected entity: kind and every named field agree, letters of any case.
    static boolean isAbout(JsonNode line, JsonNode wanted) {
        if (!line.path("kind").asString().equals(wanted.path("kind").asString())) {
            return false;
        }
        for (var field : wanted.path("match").properties()) {
            JsonNode found = line.path(field.getKey());
            if (found.isMissingNode() && line.has("imageFile")) {
                found = line.path("imageFile").path(field.getKey());
            }
            if (!found.asString().equalsIgnoreCase(field.getValue().asString())) {
                return false;
            }
        }
        return true;
    }
}
