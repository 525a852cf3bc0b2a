package dupin.bench;

import java.util.Random;

/// Chance with a seed, in the distributions that real incidents show.
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(Math.max(1, bound));
    }

    /// Alerts of an incident: one in 62 of 100, else log-normal with a long tail.
    int alertsOfIncident() {
        return chance(0.62) ? 1 : Math.clamp(Math.round(logNormal(1.25, 0.95)), 2, 500);
    }

    /// Evidence of an alert: about 7.6 in the mean, 14 at the ninth tenth, never more than 20.
    int evidenceOfAlert() {
        return Math.clamp(Math.round(logNormal(1.87, 0.58)), 1, 20);
    }

    private double logNormal(double mean, double deviation) {
        return Math.exp(mean + deviation * random.nextGaussian());
    }

    /// An index by weights.
    int among(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int at = below(sum);
        int index = 0;
        while (at >= weights[index]) {
            at -= weights[index++];
        }
        return index;
    }

    String hex(int digits) {
        var text = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }
}
