package dupin.intake.cacao;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;

/// The schema of the parts of CACAO 2.0 that are read. Properties that the specification does not know are faults, unless
/// they stand under extensions. Loading takes a moment; any thread may validate.
final class CacaoSchema {
    private static final int MAX_FAULTS = 20;
    private final Schema schema;

    CacaoSchema() {
        try (InputStream in = CacaoSchema.class.getResourceAsStream("/dupin/intake/playbooks/cacao-2.0.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its schema of playbooks");
            }
            schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException("The schema of playbooks cannot be read", e);
        }
    }

    List<Fault> faults(Document document) {
        var faults = new LinkedHashSet<Fault>();
        for (Error error : schema.validate(document.root())) {
            if (faults.size() < MAX_FAULTS) {
                String pointer = String.valueOf(error.getInstanceLocation());
                faults.add(document.fault(pointer, words(error)));
            }
        }
        return List.copyOf(faults);
    }

    private static String words(Error error) {
        if ("not".equals(error.getKeyword())) {
            return "on_completion excludes on_success and on_failure";
        }
        String message = String.valueOf(error.getMessage());
        return message.length() > 200 ? message.substring(0, 200) + "…" : message;
    }
}
