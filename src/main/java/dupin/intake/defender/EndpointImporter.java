package dupin.intake.defender;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.Head;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.Json;
import dupin.intake.JsonHead;
import dupin.intake.JsonRecords;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.model.Imported;
import java.io.IOException;
import java.util.List;

/// Alerts, automated investigations, machines and machine actions of the Defender for Endpoint API.
public final class EndpointImporter implements Importer {

    private enum Kind {
        ALERT,
        INVESTIGATION,
        MACHINE,
        ACTION,
        NONE
    }

    @Override
    public String format() {
        return "Microsoft Defender for Endpoint alerts, investigations, machines and machine actions";
    }

    @Override
    public int recognises(Head head) {
        JsonHead json = JsonHead.of(head);
        if (kind(json.record()) != Kind.NONE) {
            return 90;
        }
        // A list without a first record that could be read.
        String context = json.envelope().text("@odata.context");
        boolean ours =
                context.endsWith("$metadata#Alerts")
                        || context.endsWith("$metadata#Investigations")
                        || context.endsWith("$metadata#Machines")
                        || context.endsWith("$metadata#MachineActions");
        return ours ? 80 : 0;
    }

    private static Kind kind(Fields record) {
        if (!record.names("id")) {
            return Kind.NONE;
        }
        if (record.names("alertCreationTime")
                || record.names("machineId") && record.names("firstEventTime", "detectionSource")) {
            return Kind.ALERT;
        }
        if (record.names("triggeringAlertId")
                || record.names("state") && record.names("startTime") && record.names("machineId", "cancelledBy")) {
            return Kind.INVESTIGATION;
        }
        if (record.names("machineId", "computerDnsName")
                && record.names("type")
                && record.names("requestor", "creationDateTimeUtc")) {
            return Kind.ACTION;
        }
        if (record.names("computerDnsName")
                && record.names("osPlatform", "healthStatus", "rbacGroupName")
                && !record.names("type", "cveId")) {
            return Kind.MACHINE;
        }
        return Kind.NONE;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        var rows = new Rows(source);
        JsonRecords.read(
                source,
                sink,
                record -> {
                    Fields fields = record.fields();
                    return List.of(
                            switch (kind(fields)) {
                                case ALERT ->
                                        new Imported.OfAlert(
                                                EndpointRecords.alert(fields, rows.next()), Json.text(fields.node()));
                                case INVESTIGATION ->
                                        new Imported.OfInvestigation(
                                                EndpointRecords.investigation(fields, rows.next()));
                                case ACTION -> new Imported.OfAction(EndpointRecords.action(fields, rows.next()));
                                case MACHINE -> new Imported.OfEvent(EndpointRecords.machine(fields, rows.next()));
                                case NONE ->
                                        throw new BadRecordException(
                                                "Neither an alert nor an investigation, a machine or a machine action of Defender for Endpoint.");
                            });
                });
    }
}
