package dupin.model.hunt;

import java.util.List;

/// How a field is compared with a value.
public enum HuntOperator {
    EQUAL("=", "is the same"),
    NOT_EQUAL("!=", "is not the same"),
    CONTAINS("contains", "has it somewhere"),
    STARTS("startswith", "begins with it"),
    ENDS("endswith", "ends with it"),
    IN("in", "is one of the list"),
    LESS("<", "is less or earlier"),
    AT_MOST("<=", "is not more or later"),
    MORE(">", "is more or later"),
    AT_LEAST(">=", "is not less or earlier");

    private final String word;
    private final String what;

    HuntOperator(String word, String what) {
        this.word = word;
        this.what = what;
    }

    public String word() {
        return word;
    }

    public String what() {
        return what;
    }

    boolean ordered() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }

    boolean ofText() {
        return this == CONTAINS || this == STARTS || this == ENDS;
    }

    /// Those that make sense for values of the type.
    static List<HuntOperator> of(HuntField.Type type) {
        return List.of(values()).stream()
                .filter(o ->
                        switch (type) {
                            case TEXT -> !o.ordered();
                            case NUMBER, TIME -> !o.ofText();
                            case ANY -> true;
                        })
                .toList();
    }
}
