package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.model.Canonical;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The devices that one alert names, so that evidence that bears only a sensor's id gets the host's name.
final class AlertDevices {
    private final Map<String, String> hostById = new HashMap<>();
    private String only = "";

    /// @param devices objects with a sensor id and names, in any of the exports' spellings
    AlertDevices(List<Fields> devices) {
        String first = "";
        boolean several = false;
        for (Fields device : devices) {
            String id = device.text("mdeDeviceId", "mdatpDeviceId", "deviceId", "machineId", "id");
            String host = device.text("hostName", "deviceDnsName", "computerDnsName", "deviceName");
            String name = host.isEmpty() ? id : host;
            if (!id.isEmpty() && !host.isEmpty()) {
                hostById.putIfAbsent(Canonical.lower(id), host);
            }
            several |= !first.isEmpty() && !name.isEmpty() && !Canonical.host(name).equals(Canonical.host(first));
            first = first.isEmpty() ? name : first;
        }
        only = several ? "" : first;
    }

    /// The device of evidence that bears this id: the host's name, else the id, else the alert's only device.
    String of(String mdeDeviceId) {
        String host = hostById.get(Canonical.lower(mdeDeviceId));
        return host != null ? host : mdeDeviceId.isEmpty() ? only : mdeDeviceId;
    }

    /// As [#of] for things that need not lie on a device.
    String ofOrNone(String mdeDeviceId) {
        return mdeDeviceId.isEmpty() ? "" : of(mdeDeviceId);
    }
}
