package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.InvestigationGraph;
import dupin.model.InvestigationGraph.Edge;
import dupin.model.InvestigationGraph.Kind;
import dupin.model.InvestigationGraph.Node;
import dupin.model.ScopeExpansion;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final Entity.File IMAGE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
    private static final Entity.User ANN = Entity.User.ofAccount("corp", "ann");
    private static final Entity.Process PARENT =
            new Entity.Process(
                    "PC1",
                    100,
                    Story.at(1),
                    "",
                    "parent",
                    Story.file("PC1", "C:\\p.exe", ""),
                    "corp\\ann",
                    0,
                    null,
                    "");
    private static final Entity.Process CHILD =
            new Entity.Process("PC1", 200, Story.at(2), "", "child", IMAGE, "corp\\ann", 100, Story.at(1), "C:\\p.exe");
    private static final Entity.IpAddress EVIL = Entity.IpAddress.of("203.0.113.9");

    private static Story small() {
        Story story = Story.started(Story.alert("a", 0, PC1, ANN, CHILD, EVIL));
        story.add(
                new Entry.ScopeExpanded(
                        "INV", new ScopeExpansion(CHILD.key(), PARENT, "Parent process", 1, "It started the child.")));
        story.add(
                new Entry.ScopeExpanded(
                        "INV", new ScopeExpansion(CHILD.key(), IMAGE, "Image", 1, "The child runs it.")));
        story.judge(CHILD, Verdict.MALICIOUS, 15).judge(IMAGE, Verdict.SUSPICIOUS, 3);
        return story;
    }

    private static boolean edge(InvestigationGraph graph, Entity from, Entity to, String label, boolean communication) {
        return graph.edges().stream()
                .anyMatch(e ->
                        e.from().equals(from.key().toString())
                                && e.to().equals(to.key().toString())
                                && e.label().equals(label)
                                && e.communication() == communication
                                && !e.reason().isBlank());
    }

    @Test
    void aStoryIsDrawnWithItsReasons() {
        InvestigationGraph graph = GraphBuilder.build(small().state, "I");
        assertThat(graph.nodes())
                .extracting(Node::kind)
                .contains(Kind.ALERT, Kind.INVESTIGATION, Kind.ENTITY)
                .doesNotContain(Kind.FOLD);
        assertThat(graph.nodes()).hasSize(2 + 6).extracting(Node::layer).isSorted();
        assertThat(edge(graph, PARENT, CHILD, "started", false)).isTrue();
        assertThat(edge(graph, CHILD, IMAGE, "runs", false)).isTrue();
        assertThat(edge(graph, CHILD, ANN, "as", false)).isTrue();
        assertThat(edge(graph, CHILD, PC1, "ran on", false)).isTrue();
        assertThat(edge(graph, CHILD, EVIL, "connects to", true)).isTrue();
        Node child = graph.nodes().stream().filter(n -> CHILD.key().equals(n.entity())).findFirst().orElseThrow();
        assertThat(child.verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(child.detail()).isEqualTo("child");
        assertThat(GraphBuilder.build(small().state, "unknown")).isEqualTo(InvestigationGraph.EMPTY);
    }

    @Test
    void mailIsDrawnFromSenderToLink() {
        var mail =
                new Entity.MailMessage(
                        "m",
                        "",
                        "bob@corp.example",
                        "x@evil.example",
                        "",
                        "203.0.113.9",
                        "Hi",
                        null,
                        "",
                        "Inbox",
                        List.of("http://evil.example/a"),
                        List.of());
        var bob = new Entity.Mailbox("bob@corp.example", "", "");
        var url = new Entity.Url("http://evil.example/a");
        InvestigationGraph graph =
                GraphBuilder.build(Story.started(Story.alert("a", 0, mail, bob, url, EVIL)).state, "I");
        assertThat(edge(graph, mail, bob, "delivered to", false)).isTrue();
        assertThat(edge(graph, mail, url, "links to", false)).isTrue();
        assertThat(edge(graph, EVIL, mail, "sent from", true)).isTrue();
    }

    @Test
    void everyEdgeHasItsEnds() {
        for (InvestigationGraph graph :
                List.of(GraphBuilder.build(small().state, "I"), GraphBuilder.build(large(900, 7).state, "I"))) {
            var ids = graph.nodes().stream().map(Node::id).collect(Collectors.toCollection(HashSet::new));
            assertThat(ids).hasSameSizeAs(graph.nodes());
            assertThat(graph.edges())
                    .allMatch(e -> ids.contains(e.from()) && ids.contains(e.to()) && !e.from().equals(e.to()));
            assertThat(graph.edges()).extracting(Edge::reason).noneMatch(String::isBlank);
        }
    }

    /// An incident with many alerts and entities, in an order drawn by the seed.
    private static Story large(int entities, long seed) {
        var alerts = new ArrayList<Alert>();
        for (int i = 0; i < 60; i++) {
            var names = new ArrayList<Entity>();
            Entity.Device device = Entity.Device.named("PC" + i % 9);
            names.add(device);
            for (int e = i; e < entities; e += 60) {
                names.add(Story.file(device.hostName(), "C:\\t\\f" + e, Story.sha(e)));
                names.add(Entity.IpAddress.of("198.51." + e / 250 + "." + e % 250));
            }
            alerts.add(
                    Story.alert(
                            "a" + i, "", "Alert " + i % 5, Severity.values()[i % 5], i, names.toArray(Entity[]::new)));
        }
        Story story = Story.started(alerts.toArray(Alert[]::new));
        var verdicts = new ArrayList<Entry>();
        for (int e = 0; e < entities; e++) {
            Verdict verdict =
                    e % 40 == 0 ? Verdict.MALICIOUS : e % 15 == 0 ? Verdict.SUSPICIOUS : Verdict.NO_THREATS_FOUND;
            verdicts.add(
                    new Entry.VerdictReached(
                            "INV",
                            Story.file("PC" + e % 60 % 9, "C:\\t\\f" + e, Story.sha(e)),
                            verdict,
                            -20,
                            verdict.ordinal() * 10 - 15,
                            List.of()));
        }
        Collections.shuffle(verdicts, new Random(seed));
        return story.all(verdicts);
    }

    @Tag("slow")
    @Test
    void aLargeIncidentStaysReadableAndLosesNothing() {
        Story story = large(3_000, 1);
        int all = new IncidentRows(story.state, "I").entities().size() + 60 + 1;
        for (int max : List.of(200, 120, 60)) {
            InvestigationGraph graph = GraphBuilder.build(story.state, "I", new GraphBuilder.GraphOptions(max));
            assertThat(graph.nodes().size()).as("marks").isLessThanOrEqualTo(max);
            assertThat(graph.nodes().stream().mapToInt(Node::folded).sum()).as("exact counts").isEqualTo(all);
            assertThat(graph.nodes()).filteredOn(n -> n.kind() == Kind.INVESTIGATION).hasSize(1);
            assertThat(graph.nodes())
                    .filteredOn(n -> n.kind() == Kind.FOLD)
                    .allMatch(n -> n.folded() > 1 && n.label().startsWith(n.folded() + " "));
        }
        InvestigationGraph graph = GraphBuilder.build(story.state, "I");
        long malicious =
                graph.nodes().stream().filter(n -> n.kind() == Kind.ENTITY && n.verdict() == Verdict.MALICIOUS).count();
        assertThat(malicious).as("what matters most is drawn").isGreaterThan(60);
        assertThat(GraphBuilder.build(large(3_000, 2).state, "I"))
                .as("the order of entries does not show")
                .isEqualTo(graph);
    }

    @Test
    void likeNeighboursFoldEvenInASmallGraph() {
        var names = new ArrayList<Entity>(List.of(PC1));
        for (int i = 0; i < 8; i++) {
            names.add(Entity.IpAddress.of("198.51.100." + i));
        }
        Story story = Story.started(Story.alert("a", 0, names.toArray(Entity[]::new)));
        InvestigationGraph graph = GraphBuilder.build(story.state, "I");
        assertThat(graph.nodes())
                .filteredOn(n -> n.kind() == Kind.FOLD)
                .singleElement()
                .satisfies(fold -> {
                    assertThat(fold.label()).isEqualTo("8 IP addresses");
                    assertThat(fold.folded()).isEqualTo(8);
                });
        story.judge(Entity.IpAddress.of("198.51.100.3"), Verdict.MALICIOUS, 12);
        assertThat(GraphBuilder.build(story.state, "I").nodes())
                .as("what was incriminated stands for itself")
                .filteredOn(n -> n.verdict() == Verdict.MALICIOUS)
                .singleElement()
                .satisfies(n -> assertThat(n.kind()).isEqualTo(Kind.ENTITY));
    }

    @Test
    void aFoldedMarkUnfoldsAsFarAsThereIsRoomAndCountsTheRest() {
        Story story = large(3_000, 1);
        InvestigationGraph before = GraphBuilder.build(story.state, "I");
        Node fold =
                before.nodes().stream()
                        .filter(n -> n.kind() == Kind.FOLD)
                        .max(java.util.Comparator.comparingInt(Node::folded))
                        .orElseThrow();
        var options = new GraphBuilder.GraphOptions(200, java.util.Set.of(fold.id()));
        InvestigationGraph after = GraphBuilder.build(story.state, "I", options);
        assertThat(after.nodes().size()).isBetween(before.nodes().size() + 1, 200);
        assertThat(after.nodes().stream().mapToInt(Node::folded).sum())
                .isEqualTo(before.nodes().stream().mapToInt(Node::folded).sum());
        Node rest = after.nodes().stream().filter(n -> n.id().equals(fold.id())).findFirst().orElseThrow();
        assertThat(rest.label()).startsWith(rest.folded() + " ");
        assertThat(fold.folded() - rest.folded()).isEqualTo(after.nodes().size() - before.nodes().size());
        assertThat(after.edges()).noneMatch(e -> e.from().equals(e.to())).allMatch(e -> !e.reason().isBlank());

        var names = new ArrayList<Entity>(List.of(PC1));
        for (int i = 0; i < 8; i++) {
            names.add(Entity.IpAddress.of("198.51.100." + i));
        }
        Story small = Story.started(Story.alert("a", 0, names.toArray(Entity[]::new)));
        String id =
                GraphBuilder.build(small.state, "I").nodes().stream()
                        .filter(n -> n.kind() == Kind.FOLD)
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(
                        GraphBuilder.build(small.state, "I", new GraphBuilder.GraphOptions(200, java.util.Set.of(id)))
                                .nodes())
                .as("where there is room for all, nothing is folded")
                .allMatch(n -> n.folded() == 1)
                .hasSize(11);
    }

    @Test
    void marksHaveTheTimesOfWhatTheyStandFor() {
        InvestigationGraph graph = GraphBuilder.build(small().state, "I");
        assertThat(graph.times())
                .containsEntry(CHILD.key().toString(), Story.at(2))
                .containsKey("alert:a")
                .doesNotContainKey("investigation:INV");
        InvestigationGraph folded = GraphBuilder.build(large(900, 7).state, "I");
        var ids = folded.nodes().stream().map(Node::id).collect(Collectors.toSet());
        assertThat(ids).containsAll(folded.times().keySet());
    }
}
