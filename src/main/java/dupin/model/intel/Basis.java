package dupin.model.intel;

/// What of an entity an indicator names; the more telling first. `word` is the last part of the weight's id, `label` what a
/// sentence says.
public enum Basis {
    HASH("hash", "hash"),
    URL("url", "URL"),
    DOMAIN("domain", "domain"),
    SENDER("sender", "sender's address"),
    IP("ip", "address"),
    REGISTRY("registry", "registry key"),
    COMMAND("command", "command line"),
    PARENT_DOMAIN("parent-domain", "parent domain"),
    HOST("host", "host"),
    NETWORK("network", "network"),
    PATH("path", "path"),
    PATTERN("pattern", "pattern"),
    NAME("name", "file name");

    private final String word;
    private final String label;

    Basis(String word, String label) {
        this.word = word;
        this.label = label;
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /// Whether what it names changes hands, so that an old indicator tells little.
    public boolean ages() {
        return this == URL
                || this == DOMAIN
                || this == SENDER
                || this == IP
                || this == PARENT_DOMAIN
                || this == HOST
                || this == NETWORK;
    }
}
