package dupin.model;

/// An ATT&CK technique that a finding points to; id such as `T1003.001`.
public record Technique(String id, String name) {
    public static final Technique NONE = new Technique("", "");
}
