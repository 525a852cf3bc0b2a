package dupin.service;

/// What this program calls itself in journals and reports.
public final class Product {
    public static final String NAME = "Dupin";
    public static final String VERSION = "0.1.0";

    private Product() {}
}
