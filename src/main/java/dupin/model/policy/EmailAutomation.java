package dupin.model.policy;

/// Clusters of malicious email that may be soft deleted without asking; everything else on email always waits. Clusters of
/// more than 10,000 emails wait whatever is set here.
///
/// @param similarFiles clusters of emails that carry the same malicious file
/// @param similarUrls clusters of emails that carry the same malicious URL
public record EmailAutomation(boolean similarFiles, boolean similarUrls) {
    public static final EmailAutomation NONE = new EmailAutomation(false, false);
}
