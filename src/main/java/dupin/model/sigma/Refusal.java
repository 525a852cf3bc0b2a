package dupin.model.sigma;

/// A rule that is not used, and why.
///
/// @param place file and line
/// @param title the rule's title, "" when it could not be read
/// @param reason a sentence
public record Refusal(String place, String title, String reason) {
    private static final int MAX = 300;

    public Refusal {
        title = title.length() <= MAX ? title : title.substring(0, MAX - 1) + "…";
        reason = reason.length() <= MAX ? reason : reason.substring(0, MAX - 1) + "…";
    }
}
