package dupin.intake.formats;

import dupin.intake.Importer;
import dupin.intake.Importers;
import dupin.intake.archive.ArchiveImporter;
import dupin.intake.cloud.CloudCsv;
import dupin.intake.cloud.CloudImporter;
import dupin.intake.defender.AirImporter;
import dupin.intake.defender.EndpointImporter;
import dupin.intake.defender.GraphSecurityImporter;
import dupin.intake.defender.XdrIncidentImporter;
import dupin.intake.hunting.HuntingCsv;
import dupin.intake.hunting.HuntingJson;
import dupin.intake.mail.MailImporter;
import dupin.intake.sentinel.SentinelCsv;
import dupin.intake.sentinel.SentinelJson;
import dupin.intake.windows.EvtxImporter;
import dupin.intake.windows.WindowsJsonImporter;
import java.util.ArrayList;
import java.util.List;

/// Every format that is read.
public final class Formats {
    private Formats() {}

    /// A new registry; the importers keep no state, so it serves all threads.
    public static Importers all() {
        List<Importer> files = files();
        var all = new ArrayList<>(files);
        all.add(new ArchiveImporter(new Importers(files)));
        return new Importers(all);
    }

    private static List<Importer> files() {
        return List.of(
                new GraphSecurityImporter(),
                new XdrIncidentImporter(),
                new EndpointImporter(),
                new AirImporter(),
                new SentinelCsv(),
                new SentinelJson(),
                new HuntingCsv(),
                new HuntingJson(),
                new CloudImporter(),
                new CloudCsv(),
                new MailImporter(),
                new EvtxImporter(),
                new WindowsJsonImporter());
    }
}
