package dupin.model.sigma;

/// Which log a rule speaks of; lower case, "" where the rule does not say.
public record LogSource(String product, String category, String service) {

    /// Says nothing at all: such a rule would look at everything and is refused.
    public boolean open() {
        return product.isEmpty() && category.isEmpty() && service.isEmpty();
    }

    /// Readable form, for example `windows process_creation`.
    public String text() {
        return String.join(" ", product, category, service).strip().replaceAll(" +", " ");
    }
}
