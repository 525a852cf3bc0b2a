package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.model.Entity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Graph's evidence of cloud resources, containers, code hosts and connected things.
final class GraphCloud {
    private static final List<String> IDS =
            List.of(
                    "resourceId",
                    "amazonResourceId",
                    "fullResourceName",
                    "containerId",
                    "imageId",
                    "deviceId",
                    "orgId",
                    "repoId",
                    "userId",
                    "signatureHash",
                    "macAddress");

    private static final List<String> NAMES =
            List.of("resourceName", "name", "deviceName", "displayName", "login", "registry", "baseUrl", "url");

    private GraphCloud() {}

    /// @param type the evidence type without `Evidence`
    static Entity resource(String type, Fields evidence) {
        String name = evidence.text(NAMES.toArray(String[]::new));
        String id = evidence.text(IDS.toArray(String[]::new));
        if (type.startsWith("kubernetes")) {
            id = kubernetesPath(evidence);
        } else if (id.isEmpty() && type.startsWith("blob")) {
            id = evidence.text("url");
        }
        Fields storage = evidence.object("storageResource", "ioTHub");
        if (type.equals("sasToken") && !storage.isEmpty()) {
            name = storage.text("resourceName", "resourceId");
        }
        String stated = evidence.text("resourceType");
        return new Entity.CloudResource(id, name, stated.isEmpty() ? type : stated);
    }

    /// Cluster, namespace and name, as far as they are known.
    private static String kubernetesPath(Fields evidence) {
        Fields space = evidence.object("namespace");
        Fields cluster = (space.isEmpty() ? evidence : space).object("cluster");
        return Stream.of(cluster.text("name"), space.text("name"), evidence.text("name"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }
}
