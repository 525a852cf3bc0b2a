package dupin.ui;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Theme;
import dupin.ui.shell.Commands;
import dupin.ui.shell.MainWindow;
import dupin.ui.shell.Page;
import dupin.ui.shell.Palette;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the command palette offers whatever is typed. FX thread.
final class PaletteItems {
    private PaletteItems() {}

    /// @param ofTheCase commands of the open case; empty without one
    /// @param ofTheProgram commands that need no case
    /// @param dress puts a theme on, by its word in the settings
    static List<Palette.Item> of(
            Commands commands,
            MainWindow window,
            List<Palette.Item> ofTheCase,
            List<Palette.Item> ofTheProgram,
            Consumer<String> dress) {
        var items = new ArrayList<Palette.Item>();
        for (Page page : Page.values()) {
            items.add(
                    new Palette.Item(
                            page.icon(),
                            Messages.text("window.go", page.label()),
                            "Ctrl+" + page.digit(),
                            () -> window.go(page)));
        }
        items.add(new Palette.Item(Icon.IMPORT, Messages.text("window.import"), "Ctrl+O", commands::chooseImport));
        items.add(new Palette.Item(Icon.IMPORT, Messages.text("shell.chooseFolder"), "", commands::chooseImportFolder));
        items.add(new Palette.Item(Icon.OPEN, Messages.text("window.open"), "", commands::chooseCase));
        items.add(new Palette.Item(Icon.ADD, Messages.text("window.new"), "", commands::newCase));
        items.add(new Palette.Item(Icon.CLOSE, Messages.text("window.close"), "", commands::closeCase));
        items.add(new Palette.Item(Icon.HELP, Messages.text("window.keys"), "?", window::keySheet));
        items.add(new Palette.Item(Icon.SEARCH, Messages.text("window.search"), "/", window::search));
        items.add(new Palette.Item(Icon.INCIDENT, Messages.text("window.responder"), "", window::chooseResponder));
        items.add(
                new Palette.Item(
                        Icon.AUTOMATION_OFF, Messages.text("window.stop"), "", () -> commands.stopAutomation(true)));
        items.add(
                new Palette.Item(
                        Icon.AUTOMATION, Messages.text("window.resume"), "", () -> commands.stopAutomation(false)));
        items.addAll(ofTheCase);
        items.addAll(ofTheProgram);
        for (Theme theme : Theme.values()) {
            items.add(
                    new Palette.Item(
                            Icon.LIGHT,
                            Messages.text("window.theme", theme.label()),
                            "",
                            () -> dress.accept(theme.name())));
        }
        items.add(
                new Palette.Item(
                        Icon.LIGHT,
                        Messages.text("window.theme", Messages.text("settings.system")),
                        "",
                        () -> dress.accept("SYSTEM")));
        for (Path folder : commands.recent()) {
            String name = String.valueOf(folder.getFileName());
            items.add(
                    new Palette.Item(
                            Icon.HISTORY,
                            Messages.text("window.recent", name.replaceFirst("\\.dupin$", "")),
                            "",
                            () -> commands.open(folder)));
        }
        for (Commands.SampleItem sample : commands.samples()) {
            items.add(
                    new Palette.Item(
                            Icon.EVIDENCE,
                            Messages.text("window.sample", sample.name()),
                            "",
                            () -> commands.openSample(sample.id())));
        }
        return items;
    }
}
