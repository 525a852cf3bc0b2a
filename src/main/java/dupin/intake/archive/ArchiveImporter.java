package dupin.intake.archive;

import dupin.intake.BadContentException;
import dupin.intake.Head;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.Importers;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.model.Imported;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/// Unpacks gzip, zip and tar and hands each member to the importer of its format. What a member is refused for becomes a reject
/// of the archive; archives in archives are refused.
///
/// @param formats the importers for the members
public record ArchiveImporter(Importers formats) implements Importer {
    /// Entries of an archive: a mailbox saved mail by mail has thousands.
    public static final int MAX_ENTRIES = 10_000;

    /// Entries too large to be kept while others are read: for each the archive is unpacked from its start.
    public static final int MAX_LARGE_ENTRIES = 200;

    @Override
    public String format() {
        return "Zip, tar and gzip archives of these";
    }

    @Override
    public int recognises(Head head) {
        return Packing.of(head) == Packing.NONE ? 0 : 60;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        var members = new Members(source.once(Contents.class, () -> contents(source)).files());
        var refusals = new ArrayList<String>();
        int count = members.size();
        while (members.hasNext()) {
            Source member = members.next();
            try {
                formats.choose(member).read(member, new Forwarding(sink, source.size(), member.name()));
            } catch (ImportRefusedException e) {
                refusals.add(String.valueOf(e.getMessage()));
            } catch (BadContentException e) {
                refusals.add(member.name() + " cannot be unpacked: " + e.getMessage() + ".");
            }
        }
        if (refusals.size() == count) {
            throw new ImportRefusedException(
                    source.name()
                            + " holds nothing that can be imported. "
                            + (refusals.isEmpty() ? "It is empty." : refusals.getFirst()));
        }
        for (String refusal : refusals) {
            sink.accept(new Imported.Rejected(0, "file in the archive", refusal));
        }
    }

    private record Contents(List<Members.Listed> files) {}

    private static Contents contents(Source source) throws IOException, ImportRefusedException {
        Packing packing = Packing.of(source);
        return new Contents(
                packing == Packing.GZIP
                        ? List.of(Members.unknown(new Member(source, withoutEnding(source.name()), Packing.GZIP, 0)))
                        : entries(source, packing));
    }

    private static String withoutEnding(String name) {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private static List<Members.Listed> entries(Source source, Packing packing)
            throws IOException, ImportRefusedException {
        var members = new ArrayList<Members.Listed>();
        int large = 0;
        try (var entries = Entries.open(source, packing)) {
            int place = 0;
            while (entries.next()) {
                if (place == MAX_ENTRIES) {
                    throw tooMany(source, MAX_ENTRIES + " files");
                }
                String name = name(entries.name());
                boolean file = entries.isFile();
                // Passed over under the same limits as what is read.
                long size = entries.content().transferTo(OutputStream.nullOutputStream());
                if (file) {
                    var listed = new Members.Listed(new Member(source, name, packing, place), size);
                    members.add(listed);
                    large += listed.large() ? 1 : 0;
                }
                if (large > MAX_LARGE_ENTRIES) {
                    throw tooMany(source, MAX_LARGE_ENTRIES + " large files");
                }
                place++;
            }
        } catch (BadContentException | ZipException | EOFException | IllegalArgumentException e) {
            throw new ImportRefusedException(
                    source.name() + " is an archive that cannot be unpacked: " + e.getMessage() + ".", e);
        }
        return members;
    }

    private static ImportRefusedException tooMany(Source source, String what) {
        return new ImportRefusedException(
                source.name() + " holds more than " + what + "; unpack it and import what you need.");
    }

    /// Last part of the entry's path: it is only shown, never written to.
    private static String name(String path) {
        int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        String name = path.substring(cut + 1).strip();
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    /// Names the member in its rejects. Its progress counts unpacked bytes; the archive's size is the most that is reported.
    private record Forwarding(Sink sink, long size, String member) implements Sink {
        @Override
        public void accept(Imported record) {
            sink.accept(
                    record instanceof Imported.Rejected r
                            ? new Imported.Rejected(r.offset(), member + ", " + r.place(), r.reason())
                            : record);
        }

        @Override
        public void progress(long bytesRead) {
            sink.progress(Math.min(size, bytesRead));
        }
    }
}
