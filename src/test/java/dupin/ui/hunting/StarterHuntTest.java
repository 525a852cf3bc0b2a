package dupin.ui.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.service.Hunt;
import dupin.service.Progress;
import dupin.ui.OpenSample;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterHuntTest {
    @TempDir private Path data;

    @Test
    void eachNamesATechniqueAndRunsAndMostFindSomethingInTheSamples() throws Exception {
        assertThat(StarterHunt.all())
                .hasSizeGreaterThanOrEqualTo(6)
                .extracting(StarterHunt::name)
                .doesNotHaveDuplicates();
        assertThat(StarterHunt.all()).allMatch(hunt -> hunt.technique().matches("T\\d{4}(\\.\\d{3})?"));
        try (CaseSession session = OpenSample.all(data)) {
            var without = new ArrayList<String>();
            for (StarterHunt starter : StarterHunt.all()) {
                Hunt found = session.hunting().run(starter.query(), Progress.NONE);
                assertThat(found.unknown()).as(starter.name()).isEmpty();
                if (found.rows().isEmpty()) {
                    without.add(starter.name());
                }
            }
            assertThat(without).hasSizeLessThanOrEqualTo(StarterHunt.all().size() / 2);
        }
    }
}
