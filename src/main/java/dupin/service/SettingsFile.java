package dupin.service;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Settings as one small JSON file: written whole, beside and then moved; unreadable ones fall back to the defaults.
public final class SettingsFile {
    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());
    private static final int MAX_RECENT = 10;

    private final Path file;
    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private Settings current;

    SettingsFile(Path file) {
        this.file = file;
        this.current = read();
    }

    private Settings read() {
        if (!Files.isRegularFile(file)) {
            return Settings.DEFAULT;
        }
        try {
            return json.readValue(Files.readString(file), Settings.class);
        } catch (IOException | JacksonException | NullPointerException e) {
            LOG.log(Level.WARNING, "Settings in " + file + " cannot be read; the defaults are used", e);
            return Settings.DEFAULT;
        }
    }

    public synchronized Settings get() {
        return current;
    }

    /// Keeps the settings; a disk that refuses is logged, the running program goes on with them.
    public synchronized void set(Settings next) {
        current = next;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, json.writeValueAsString(next));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Settings cannot be written to " + file, e);
        }
    }

    /// As [#set], but for the recent cases: those are remembered as cases are opened, and whoever changed the settings may have
    /// read them before.
    public synchronized void keep(Settings next) {
        set(next.withRecent(current.recentCases()));
    }

    /// A folder of packs that new cases begin with, from now on.
    public synchronized void rememberPacks(Path folder) {
        String path = folder.toAbsolutePath().normalize().toString();
        if (!current.packFolders().contains(path)) {
            var folders = new ArrayList<>(current.packFolders());
            folders.add(path);
            set(current.withPackFolders(folders));
        }
    }

    /// New cases begin without the packs of that folder again.
    public synchronized void forgetPacks(Path folder) {
        set(current.withPackFolders(current.packFolders().stream().filter(f -> !f.equals(folder.toString())).toList()));
    }

    synchronized void remember(Path folder) {
        var recent = new ArrayList<>(List.of(folder.toString()));
        current.recentCases().stream()
                .filter(c -> !c.equals(folder.toString()))
                .limit(MAX_RECENT - 1L)
                .forEach(recent::add);
        set(current.withRecent(recent));
    }
}
