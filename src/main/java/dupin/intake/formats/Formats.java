package dupin.intake.formats;

import dupin.intake.Importers;
import dupin.intake.defender.AirImporter;
import dupin.intake.defender.EndpointImporter;
import dupin.intake.defender.GraphSecurityImporter;
import dupin.intake.defender.XdrIncidentImporter;
import java.util.List;

/// Every format that is read.
public final class Formats {
    private Formats() {}

    public static Importers all() {
        return new Importers(
                List.of(
                        new GraphSecurityImporter(),
                        new XdrIncidentImporter(),
                        new EndpointImporter(),
                        new AirImporter()));
    }
}
