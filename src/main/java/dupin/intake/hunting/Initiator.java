package dupin.intake.hunting;

import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Entity;
import dupin.model.LinkRole;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The `InitiatingProcess…` columns: the process that did what the row says, its image, its parent and its account.
final class Initiator {
    private static final String PREFIX = "InitiatingProcess";

    private final FileColumns image;
    private final Accounts account;
    private final int id;
    private final int created;
    private final int commandLine;
    private final int parentId;
    private final int parentCreated;
    private final int parentName;

    Initiator(Columns columns) {
        this.image = new FileColumns(columns, PREFIX);
        this.account = new Accounts(columns, PREFIX);
        this.id = columns.of(PREFIX + "Id");
        this.created = columns.of(PREFIX + "CreationTime");
        this.commandLine = columns.of(PREFIX + "CommandLine");
        this.parentId = columns.of(PREFIX + "ParentId");
        this.parentCreated = columns.of(PREFIX + "ParentCreationTime");
        this.parentName = columns.of(PREFIX + "ParentFileName");
    }

    /// Adds actor, its image and its parent; nothing when the row names no process.
    void link(Row row, String device, Links links) {
        long pid = row.number(id);
        Entity.File file = image.of(row, device);
        boolean noFile = FileColumns.isNone(file);
        if (pid == 0 && noFile) {
            return;
        }
        long parentPid = row.number(parentId);
        Instant parentTime = row.time(parentCreated);
        String parentImage = row.text(parentName);
        links.add(
                LinkRole.ACTOR,
                new Entity.Process(
                        device,
                        pid,
                        row.time(created),
                        "",
                        row.text(commandLine),
                        file,
                        account.text(row),
                        parentPid,
                        parentTime,
                        parentImage));
        if (!noFile) {
            links.add(LinkRole.ACTOR_IMAGE, file);
        }
        if (parentPid > 0 && (parentTime != null || !parentImage.isEmpty())) {
            var parentFile = new Entity.File(parentImage, "", "", "", "", 0, "", "", "", device);
            links.add(
                    LinkRole.PARENT,
                    new Entity.Process(device, parentPid, parentTime, "", "", parentFile, "", 0, null, ""));
        }
    }

    Entity.@Nullable User account(Row row) {
        return account.of(row);
    }

    long id(Row row) {
        return row.number(id);
    }

    @Nullable Instant created(Row row) {
        return row.time(created);
    }

    /// The image with its folder, else its name.
    String imagePath(Row row) {
        return image.path(row);
    }
}
