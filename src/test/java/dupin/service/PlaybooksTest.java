package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Pack;
import dupin.model.Playbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybooksTest {
    private static final String ID = "playbook--00000000-0000-4000-8000-000000000001";

    @TempDir Path folder;

    private Path document(String name, String analyzer) throws IOException {
        Path plans = Files.createDirectories(folder.resolve("plans"));
        Files.writeString(
                plans.resolve(name),
                """
                {"type":"playbook","spec_version":"cacao-2.0","id":"%s","name":"Ours",
                 "created_by":"identity--1","created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z",
                 "workflow_start":"start--1","agent_definitions":{"group--1":{"type":"group","name":"us"}},
                 "workflow":{"start--1":{"type":"start","on_completion":"action--1"},
                  "action--1":{"type":"action","agent":"group--1","on_completion":"end--1",
                   "commands":[{"type":"dupin-analysis","command":"%s"}]},
                  "end--1":{"type":"end"}}}
                """
                        .formatted(ID, analyzer));
        return plans;
    }

    private CaseSession open() {
        return new Cases(Clock.systemUTC(), 1).open(folder.resolve("x.dupin"), Progress.NONE);
    }

    @Test
    void aUsersPlaybookIsPartOfTheCase() throws IOException {
        Path plans = document("ours.json", "Files");
        Files.writeString(plans.resolve("notes.txt"), "no playbook");
        Files.writeString(
                plans.resolve("broken.json"),
                Files.readString(plans.resolve("ours.json")).replace("\"name\":\"Ours\",", ""));
        try (CaseSession session = open()) {
            List<Playbook> before = session.playbooks().list();
            Pack pack = session.playbooks().add(plans, "tester");
            assertThat(pack.items()).isEqualTo(1);
            assertThat(pack.refusals())
                    .anySatisfy(r -> {
                        assertThat(r.place()).startsWith("broken.json, line 1");
                        assertThat(r.reason()).contains("name");
                    });
            assertThat(session.playbooks().list()).hasSize(before.size() + 1);
        }
        try (CaseSession session = open()) {
            assertThat(session.playbooks().list()).extracting(Playbook::id).contains("general", ID);
            session.playbooks().remove(session.playbooks().packs().getFirst(), "tester");
            assertThat(session.playbooks().list()).extracting(Playbook::id).doesNotContain(ID);
        }
    }

    @Test
    void aFolderWithoutAnyIsRefusedWithTheFirstFault() throws IOException {
        Path plans = document("ours.json", "Nobody");
        try (CaseSession session = open()) {
            assertThatThrownBy(() -> session.playbooks().add(plans, "tester"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("no analyzer is named “Nobody”");
            assertThat(session.playbooks().packs()).isEmpty();
        }
    }
}
