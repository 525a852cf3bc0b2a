package dupin.ui.investigation;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.row.ActivityRow;
import dupin.model.row.AlertRow;
import dupin.model.row.DeviceRow;
import dupin.model.row.EntityRow;
import dupin.model.row.InvestigationRow;
import dupin.model.row.LogLine;
import dupin.service.IncidentDetails;
import dupin.ui.fx.EntityMenu;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The entities that a row of a tab names: what its menu leads from. Pure.
final class RowParts {
    private RowParts() {}

    static List<EntityMenu.Part> of(Entity entity) {
        return List.of(new EntityMenu.Part(entity.key(), entity.label()));
    }

    /// In the order of the alert's evidence.
    static List<EntityMenu.Part> of(AlertRow row) {
        Map<EntityKey, String> named = new LinkedHashMap<>();
        row.alert().evidence().forEach(e -> named.putIfAbsent(e.entity().key(), e.entity().label()));
        return parts(named);
    }

    /// The entity, and the devices on which it was seen.
    static List<EntityMenu.Part> of(InvestigationModel model, EntityRow row) {
        Map<EntityKey, String> named = new LinkedHashMap<>();
        named.put(row.entity().key(), row.entity().label());
        if (row.entity().kind() != EntityKind.DEVICE) {
            row.devices().forEach(device -> devices(model, device).forEach(d -> named.putIfAbsent(d.key(), d.label())));
        }
        return parts(named);
    }

    /// The device and the users that were seen on it.
    static List<EntityMenu.Part> of(InvestigationModel model, DeviceRow row) {
        IncidentDetails details = model.details();
        var parts = new ArrayList<>(of(row.device()));
        if (details != null) {
            details.users().stream()
                    .filter(user -> row.users().contains(user.user().label()))
                    .forEach(user -> parts.addAll(of(user.user())));
        }
        return parts;
    }

    /// The device that the line names.
    static List<EntityMenu.Part> of(InvestigationModel model, LogLine line) {
        return devices(model, line.deviceName()).toList();
    }

    /// The device that was acted on.
    static List<EntityMenu.Part> of(InvestigationModel model, ActivityRow row) {
        return devices(model, row.device()).toList();
    }

    /// The devices of its scope, then what else it looked at.
    static List<EntityMenu.Part> of(InvestigationModel model, InvestigationRow row) {
        IncidentDetails details = model.details();
        Map<EntityKey, String> labels = new LinkedHashMap<>();
        if (details != null) {
            details.entities().forEach(r -> labels.put(r.entity().key(), r.entity().label()));
            details.devices().forEach(r -> labels.put(r.device().key(), r.device().label()));
        }
        return row.run().entities().stream()
                .sorted()
                .map(key -> new EntityMenu.Part(key, labels.getOrDefault(key, key.value())))
                .toList();
    }

    /// The device of the incident that goes by the name; rows know devices by their names only.
    private static Stream<EntityMenu.Part> devices(InvestigationModel model, String name) {
        IncidentDetails details = model.details();
        return details == null || name.isEmpty()
                ? Stream.of()
                : details.devices().stream()
                        .map(DeviceRow::device)
                        .filter(d -> d.label().equalsIgnoreCase(name) || d.key().value().equalsIgnoreCase(name))
                        .map(d -> new EntityMenu.Part(d.key(), d.label()));
    }

    private static List<EntityMenu.Part> parts(Map<EntityKey, String> named) {
        return named.entrySet().stream().map(e -> new EntityMenu.Part(e.getKey(), e.getValue())).toList();
    }
}
