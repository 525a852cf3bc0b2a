package dupin.model.hunt;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/// A value as it stands in a query.
public sealed interface HuntLiteral {

    record Text(String value) implements HuntLiteral {}

    record Number(BigDecimal value) implements HuntLiteral {}

    record Time(Instant value) implements HuntLiteral {}

    /// That long before the moment in which the query is asked.
    record Ago(Duration value) implements HuntLiteral {}
}
