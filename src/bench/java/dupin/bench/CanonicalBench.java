package dupin.bench;

import dupin.model.Canonical;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Every path and URL of every row is brought into one spelling before it can be compared.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CanonicalBench {
    private final String url = "hxxps://Login.Example[.]com:443/a/../b?q=1#top";
    private final String host = "WS-0231.corp.example.COM.";

    @Benchmark
    public String url() {
        return Canonical.url(url);
    }

    @Benchmark
    public String host() {
        return Canonical.host(host);
    }
}
