package dupin.intake.intel;

import dupin.model.intel.Basis;

/// How sorts of entries are called in counts.
final class Words {
    private Words() {}

    static String plural(Basis basis) {
        return switch (basis) {
            case HASH -> "hashes";
            case URL -> "URLs";
            case DOMAIN, PARENT_DOMAIN, HOST -> "domains";
            case SENDER -> "mail addresses";
            case IP -> "addresses";
            case REGISTRY -> "registry keys";
            case COMMAND -> "command lines";
            case NETWORK -> "networks";
            case PATH -> "paths";
            case PATTERN -> "patterns";
            case NAME -> "file names";
        };
    }
}
