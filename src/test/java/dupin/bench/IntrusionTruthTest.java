package dupin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.intake.Json;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntrusionTruthTest {
    @Test
    void readsTheIdentitiesOfAllKinds() throws TruthException {
        IntrusionTruth truth =
                IntrusionTruth.read(
                        Json.parse(
                                """
                                {"dataset":"d","source":"a/b/rows.zip","hosts":["PC1.corp.example"],"malicious":{
                                 "processes":[{"guid":"{AB-1}","image":"C:\\\\Users\\\\ann\\\\x.exe"}],
                                 "files":["C:\\\\Users\\\\ann\\\\x.exe","C:\\\\Users\\\\ann\\\\x.exe:Zone.Identifier"],
                                 "services":[["svc","cmd","2026-01-01T00:00:00Z"],["svc","cmd",""]],
                                 "accounts":["CORP\\\\Ann"],"ips":["198.51.100.7"]}}\
                                """),
                        "t");
        assertThat(truth.hosts()).containsExactly("pc1");
        assertThat(truth.processes()).containsEntry("ab-1", "c:/users/ann/x.exe");
        assertThat(truth.files()).containsExactly("c:/users/ann/x.exe");
        assertThat(truth.services()).containsExactly("svc");
        assertThat(truth.accounts()).containsExactly("corp\\ann");
        assertThat(truth.addresses()).containsExactly("198.51.100.7");
    }

    @Test
    void aTruthWithoutSourceIsRefusedWithASentence() {
        assertThatThrownBy(() -> IntrusionTruth.read(Json.parse("{\"malicious\":{}}"), "odd.truth.json"))
                .isInstanceOf(TruthException.class)
                .hasMessageContaining("odd.truth.json")
                .hasMessageContaining("left out");
    }

    @Test
    void shortNamesMeanTheLongOnes() {
        Set<String> files = Set.of("c:/users/annema~1.cor/appdata/x.dll");
        assertThat(IntrusionTruth.same(files, "c:/users/annemarie.corp/appdata/x.dll")).isNotEmpty();
        assertThat(IntrusionTruth.same(files, "c:/users/annelie.corp/appdata/x.dll")).isEmpty();
        assertThat(IntrusionTruth.same(files, "c:/users/annemarie.corp/x.dll")).isEmpty();
    }
}
