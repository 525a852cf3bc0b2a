package dupin.intake.cacao;

import dupin.intake.BadContentException;
import dupin.model.Pack;
import dupin.model.Playbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads playbooks that may call each other: documents in, playbooks and faults out. Nothing of a document with a fault is
/// used.
public final class CacaoPlaybooks {
    private static final int MAX_FILE = 4 << 20;

    private final Map<String, Document> documents = new TreeMap<>();
    private final Map<String, String> fileById = new LinkedHashMap<>();
    private final List<Pack.Refusal> refusals = new ArrayList<>();
    private final Set<String> variables;
    private final Actions actions;

    /// @param analyzers names of those that exist; empty when any name is accepted
    /// @param variables names of those that a run gives to conditions
    public CacaoPlaybooks(Set<String> analyzers, Set<String> variables) {
        this.actions = new Actions(Set.copyOf(analyzers));
        this.variables = Set.copyOf(variables);
    }

    /// Whether the text is meant as a playbook.
    public static boolean isPlaybook(byte[] head) {
        String text = new String(head, java.nio.charset.StandardCharsets.UTF_8);
        return text.strip().startsWith("{") && text.contains("\"cacao-") && text.contains("\"playbook");
    }

    /// Takes a document of a user.
    ///
    /// @param file for messages
    public void add(String file, byte[] bytes, boolean checkSchema) {
        try {
            if (bytes.length > MAX_FILE) {
                throw new BadContentException("it is longer than " + MAX_FILE + " bytes");
            }
            Document document = Document.read(new ByteArrayInputStream(bytes));
            List<Fault> faults = checkSchema ? new CacaoSchema().faults(document) : List.of();
            faults.forEach(fault -> refuse(file, fault));
            String id = document.root().path("id").asString("");
            if (!faults.isEmpty()) {
                return;
            }
            String before = fileById.putIfAbsent(id, file);
            if (before != null) {
                refuse(file, document.fault("/id", "the id " + id + " is that of " + before));
                return;
            }
            documents.put(file, document);
        } catch (IOException e) {
            refusals.add(new Pack.Refusal(file, String.valueOf(e.getMessage())));
        }
    }

    private void refuse(String file, Fault fault) {
        refusals.add(new Pack.Refusal(file + ", " + fault.place(), fault.reason()));
    }

    public List<Pack.Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /// The playbooks without a fault by the id that alert policies use; faults go to [#refusals].
    public Map<String, Playbook> playbooks() {
        var all = new LinkedHashMap<String, Playbook>();
        documents.forEach((file, document) -> {
            var workflow = new Workflow(document, this::document, variables, actions);
            Playbook.Flow flow = workflow.compile(file);
            workflow.faults().forEach(fault -> refuse(file, fault));
            if (workflow.faults().isEmpty()) {
                var playbook =
                        new Playbook(
                                id(document),
                                Workflow.text(document.root(), "name"),
                                Workflow.text(document.root(), "description"),
                                workflow.steps(),
                                flow);
                if (document.root().path("revoked").asBoolean(false)) {
                    refuse(file, document.fault("/revoked", "its author has revoked it"));
                } else if (all.putIfAbsent(playbook.id(), playbook) != null) {
                    refuse(file, document.fault("/playbook_extensions", "another playbook is named " + playbook.id()));
                }
            }
        });
        return all;
    }

    private Optional<Document> document(String id) {
        return Optional.ofNullable(fileById.get(id)).map(documents::get);
    }

    /// The short id of our extension, else the document's own.
    private static String id(Document document) {
        String own = Workflow.text(document.root().path("playbook_extensions").path(Actions.EXTENSION), "id");
        return own.isEmpty() ? Workflow.text(document.root(), "id") : own;
    }
}
