package dupin.ui.policy;

import dupin.model.Entry;
import dupin.model.Policy;
import dupin.ui.fx.Asking;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.LateTabs;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.RuleEditing;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Tables;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Policies page: a draft of the policy in tabs, saved as a whole after its changes were shown. FX thread.
public final class PolicyView extends BorderPane implements AutoCloseable {
    /// From this width on the tabs need no less room around their names.
    private static final double TIGHT_TABS = 1_450;

    private final PolicyDeeds deeds;
    private final Hands hands;
    private final Consumer<RuleEditing> forms;
    private final Frame frame;
    private final Live<Policy> live;
    private final Label version = new Label();
    private @Nullable PolicyModel model;
    private @Nullable AlertPoliciesSection alerts;
    private @Nullable TuningSection tuning;
    private @Nullable FoldersSection folders;
    private @Nullable IntelligenceSection intelligence;
    private @Nullable PlaybooksSection playbooks;
    private @Nullable RulesSection rules;
    private @Nullable PeopleSection people;
    private @Nullable RespondersSection responders;

    /// Who carries actions out, and how that is asked about.
    ///
    /// @param choose asks which responder to arm
    /// @param describe asks for a new one; what follows is run once it is kept
    public record Hands(ResponderDeeds deeds, Runnable choose, Consumer<Runnable> describe) {}

    /// @param forms opens the form of a tuning rule
    public PolicyView(PolicyDeeds deeds, Hands hands, Consumer<RuleEditing> forms, Frame frame) {
        this.deeds = deeds;
        this.hands = hands;
        this.forms = forms;
        this.frame = frame;
        getStyleClass().addAll("panel", "policy-page");
        version.getStyleClass().add("caption");
        setCenter(new EmptyState(Icon.POLICY, Messages.text("policy.reading"), ""));
        live = frame.pump().live(deeds::policy, this::show);
        live.invalidate();
    }

    /// The policy has changed; from any thread.
    public void invalidate() {
        live.invalidate();
        if (rules != null) {
            rules.invalidate();
        }
        IntelligenceSection packs = intelligence;
        if (packs != null) {
            packs.invalidate();
        }
        PlaybooksSection plans = playbooks;
        if (plans != null) {
            plans.invalidate();
        }
        if (alerts != null) {
            alerts.invalidate();
        }
    }

    /// Alerts came, or were changed; from any thread.
    public void alertsChanged() {
        TuningSection section = tuning;
        if (section != null) {
            section.invalidate();
        }
    }

    /// A responder was armed or described; from any thread.
    public void respondersChanged() {
        RespondersSection section = responders;
        if (section != null) {
            section.invalidate();
        }
    }

    /// Investigations have gone on; from any thread.
    public void investigationsChanged() {
        PlaybooksSection plans = playbooks;
        if (plans != null) {
            plans.invalidate();
        }
    }

    /// Null until the policy was read for the first time.
    public @Nullable PolicyModel model() {
        return model;
    }

    @Override
    public void close() {
        live.dispose();
        if (alerts != null) {
            alerts.close();
        }
        if (tuning != null) {
            tuning.close();
        }
        if (folders != null) {
            folders.close();
        }
        if (intelligence != null) {
            intelligence.close();
        }
        if (playbooks != null) {
            playbooks.close();
        }
        if (rules != null) {
            rules.close();
        }
        if (people != null) {
            people.close();
        }
        if (responders != null) {
            responders.close();
        }
    }

    private void show(Policy policy) {
        version.setText(Messages.text("policy.version", policy.version()));
        if (model == null) {
            model = new PolicyModel(policy);
            build(model);
        } else if (!model.saved().equals(policy)) {
            model.applied(policy);
        }
    }

    private void build(PolicyModel edited) {
        alerts = new AlertPoliciesSection(edited, deeds, frame);
        tuning = new TuningSection(edited, deeds, forms, frame);
        folders = new FoldersSection(edited, deeds, frame);
        intelligence = new IntelligenceSection(deeds, frame);
        playbooks = new PlaybooksSection(edited, deeds, frame);
        rules = new RulesSection(deeds, frame);
        people = new PeopleSection(deeds, frame);
        responders =
                new RespondersSection(hands.deeds(), hands.choose(), () -> hands.describe().accept(() -> {}), frame);
        var tabs =
                new TabPane(
                        new Tab(Messages.text("policy.groups"), new DeviceGroupsSection(edited, deeds, frame)),
                        new Tab(Messages.text("policy.alerts"), alerts),
                        new Tab(Messages.text("tuning.title"), tuning),
                        new Tab(Messages.text("policy.folders"), folders),
                        new Tab(Messages.text("policy.limits"), new LimitsSection(edited)),
                        new Tab(Messages.text("policy.lists"), new ListsSection(edited, frame.clock())),
                        new Tab(Messages.text("approvals.title"), new ApprovalsSection(edited)),
                        new Tab(Messages.text("review.title"), new ReviewSection(edited, deeds, frame)),
                        new Tab(Messages.text("intel.title"), intelligence),
                        new Tab(Messages.text("playbook.title"), playbooks),
                        new Tab(Messages.text("rules.title"), rules),
                        new Tab(Messages.text("people.title"), people),
                        new Tab(Messages.text("responder.tab"), responders));
        LateTabs.of(tabs);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().addAll("page-tabs", "first-focus");
        tabs.widthProperty()
                .subscribe(width -> Styles.one(tabs, width.doubleValue() < TIGHT_TABS ? "tight" : "", "tight"));
        setTop(header());
        setCenter(tabs);
        setBottom(footer(edited));
        if (isFocused()) {
            tabs.requestFocus();
        }
    }

    private HBox header() {
        var title = new Label(Messages.text("policy.title"));
        title.getStyleClass().add("title");
        var header = new HBox(12, title, version);
        header.getStyleClass().add("page-head");
        return header;
    }

    private HBox footer(PolicyModel edited) {
        var dirty = edited.dirty();
        var note = new Label();
        note.textProperty().bind(dirty.map(d -> d ? Messages.text("policy.unsaved") : Messages.text("policy.asSaved")));
        note.getStyleClass().add("muted");
        var discard = new Button(Messages.text("policy.discard"));
        discard.disableProperty().bind(dirty.not());
        discard.setOnAction(_ -> edited.discard());
        var save = new Button(Messages.text("policy.save"), Icon.SAVE.node());
        save.setId("policy-save");
        save.getStyleClass().add("accent");
        save.disableProperty().bind(dirty.not());
        save.setOnAction(_ -> review(edited.draft()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(8, note, space, discard, save);
        bar.getStyleClass().addAll("toolbar", "bottom-bar");
        return bar;
    }

    /// What would change, then a comment, then it is done.
    private void review(Policy draft) {
        attempt(
                () -> deeds.changes(draft),
                changes -> {
                    if (changes.isEmpty()) {
                        frame.toasts().say(Messages.text("policy.noChange"));
                    } else {
                        confirm(draft, changes);
                    }
                });
    }

    private void confirm(Policy draft, List<Entry.Change> changes) {
        TableView<Entry.Change> table =
                Tables.of(
                        new EmptyState(Icon.INFO, Messages.text("policy.noChange"), ""),
                        Columns.text("field", Messages.text("policy.setting"), 260, Entry.Change::field),
                        Columns.text("before", Messages.text("policy.before"), 260, Entry.Change::before),
                        Columns.text("after", Messages.text("policy.after"), 260, Entry.Change::after));
        Tables.show(table, changes, Entry.Change::field);
        table.setPrefHeight(Math.clamp(changes.size() + 2L, 4, 12) * Tables.ROW_HEIGHT);
        var comment = new TextField();
        comment.setId("policy-comment");
        comment.setPromptText(Messages.text("policy.commentPrompt"));
        var box = new VBox(12, table, Section.field(Messages.text("policy.comment"), comment));
        VBox.setVgrow(table, Priority.ALWAYS);
        frame.dialogs()
                .form(
                        new Dialogs.Form(
                                Messages.text("policy.saveTitle", changes.size()),
                                Messages.text("policy.saveHelp"),
                                box,
                                comment,
                                Messages.text("policy.save"),
                                Dialogs.Danger.HARMLESS,
                                new SimpleBooleanProperty(true),
                                true),
                        () -> save(draft, comment.getText().strip()));
    }

    private void save(Policy draft, String comment) {
        attempt(
                () -> deeds.save(draft, comment),
                done -> {
                    frame.toasts().say(Messages.text("policy.saved", done.size()));
                    live.invalidate();
                });
    }

    /// A refusal is shown as its sentence, whatever was edited stays.
    private <T> void attempt(Supplier<T> work, Consumer<T> then) {
        Asking.of(frame, Messages.text("policy.refused"), work, then);
    }
}
