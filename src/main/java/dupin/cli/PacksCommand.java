package dupin.cli;

import dupin.model.Pack;
import dupin.service.CaseSession;
import dupin.service.IntelPacks;
import dupin.service.Problem;
import dupin.service.Progress;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `dupin packs CASE [--add FOLDER…] [--remove NAME…]`: the knowledge that a case has beside its evidence.
@Command(
        name = "packs",
        mixinStandardHelpOptions = true,
        description =
                "Lists the packs of a case: threat intelligence, lists of common things and whatever else came from folders of your choice. Creates the case when packs are added to a folder that holds none.")
final class PacksCommand extends OnCase {
    private static final int SHOWN = 5;

    @Option(
            names = "--add",
            arity = "1..*",
            paramLabel = "FOLDER",
            description =
                    "Add the intel of these folders or files: STIX bundles, lists of indicators, ATT&CK, LOLBAS, MISP warning lists.")
    private List<Path> add = List.of();

    @Option(
            names = "--playbooks",
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "Add the playbooks of these folders or files: CACAO 2.0 documents.")
    private List<Path> playbooks = List.of();

    @Option(names = "--remove", arity = "1..*", paramLabel = "NAME", description = "Take packs of these names out.")
    private List<String> remove = List.of();

    @Option(names = "--refused", description = "Print every listed refusal and not only the first of each pack.")
    private boolean refused;

    PacksCommand(Setting setting) {
        super(setting);
    }

    @Override
    public Integer call() {
        try (CaseSession session =
                add.isEmpty() && playbooks.isEmpty() ? setting.existing(target, 1) : setting.open(target, 1)) {
            remove.forEach(name -> remove(session, name));
            boolean look = false;
            for (Path folder : add) {
                IntelPacks.Found found = session.intel().add(folder, Setting.ACTOR, Progress.NONE);
                setting.out()
                        .printf(
                                "Added %d packs from %s; %d files hold nothing that is read%n",
                                found.packs().size(), folder, found.skippedCount());
                look |= found.packs().stream().anyMatch(p -> p.refused() > 0);
            }
            for (Path folder : playbooks) {
                Pack pack = session.playbooks().add(folder, Setting.ACTOR);
                setting.out().printf("Added %d playbooks from %s%n", pack.items(), folder);
                look |= pack.refused() > 0;
            }
            session.packs().list().forEach(this::print);
            session.intel().faults().forEach(setting.err()::println);
            return look || !session.intel().faults().isEmpty() ? Exit.LOOK : Exit.DONE;
        }
    }

    private static void remove(CaseSession session, String name) {
        List<Pack> named = session.packs().list().stream().filter(p -> p.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new Problem(
                    "The case holds no pack " + name + ".",
                    "Nothing was removed.",
                    "`dupin packs CASE` lists the names.");
        }
        for (Pack pack : named) {
            if (pack.kind() == Pack.Kind.PLAYBOOKS) {
                session.playbooks().remove(pack, Setting.ACTOR);
            } else {
                session.intel().remove(pack, Setting.ACTOR);
            }
        }
    }

    private void print(Pack pack) {
        setting.out()
                .printf(
                        "%-28s %-24s %-12s %s  %d files, %d entries, %d refused%n",
                        pack.kind().label(),
                        Printable.text(pack.name()),
                        Printable.text(pack.version()),
                        pack.sha256().substring(0, 12),
                        pack.files(),
                        pack.items(),
                        pack.refused());
        pack.counts().forEach(count -> setting.out().printf("    %8d %s%n", count.count(), count.what()));
        pack.refusals().stream()
                .limit(refused ? Pack.MAX_LISTED : SHOWN)
                .forEach(refusal ->
                        setting.out()
                                .printf(
                                        "    refused %s: %s%n",
                                        Printable.text(refusal.place()), Printable.text(refusal.reason())));
        long more = pack.refused() - Math.min(pack.refusals().size(), refused ? Pack.MAX_LISTED : SHOWN);
        if (more > 0) {
            setting.out()
                    .printf(
                            "    … %d more refusals%s%n",
                            more, refused ? ", of which only the number is kept" : "; --refused lists them");
        }
    }
}
