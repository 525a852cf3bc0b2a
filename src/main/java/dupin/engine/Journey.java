package dupin.engine;

import dupin.model.TelemetryEvent;
import java.time.Duration;

/// The way between the places of two sign-ins.
///
/// @param kilometres as the crow flies; NaN when a place is not known
/// @param time between the two, never negative
public record Journey(double kilometres, Duration time) {
    private static final double RADIUS = 6_371;
    private static final double HOUR = 3_600;

    /// The way from one row to another that both bear a time.
    public static Journey between(TelemetryEvent from, TelemetryEvent to) {
        Duration time =
                from.time() == null || to.time() == null
                        ? Duration.ZERO
                        : Duration.between(from.time(), to.time()).abs();
        return new Journey(
                kilometres(
                        degrees(from, "Latitude"),
                        degrees(from, "Longitude"),
                        degrees(to, "Latitude"),
                        degrees(to, "Longitude")),
                time);
    }

    /// Distance of two points on the earth, in kilometres; NaN when one of the numbers is.
    public static double kilometres(double latitude, double longitude, double toLatitude, double toLongitude) {
        double up = Math.toRadians(toLatitude - latitude) / 2;
        double along = Math.toRadians(toLongitude - longitude) / 2;
        double chord =
                Math.pow(Math.sin(up), 2)
                        + Math.cos(Math.toRadians(latitude))
                                * Math.cos(Math.toRadians(toLatitude))
                                * Math.pow(Math.sin(along), 2);
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    /// A coordinate of the row in degrees, NaN when it has none.
    public static double degrees(TelemetryEvent row, String name) {
        String text = row.attribute(name);
        try {
            double value = text.isEmpty() || text.length() > 40 ? Double.NaN : Double.parseDouble(text);
            return Math.abs(value) <= 180 ? value : Double.NaN;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    public boolean placed() {
        return !Double.isNaN(kilometres);
    }

    /// Whether nobody travels so. Places of addresses are guesses, so short ways never count.
    ///
    /// @param without the shortest time between two countries whose places are not known
    public boolean impossible(double atLeast, double kilometresPerHour, Duration without) {
        if (!placed()) {
            return time.compareTo(without) <= 0;
        }
        return kilometres >= atLeast && kilometres * HOUR > kilometresPerHour * time.toSeconds();
    }
}
