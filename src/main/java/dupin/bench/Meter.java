package dupin.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Time that has passed, and processor time of this process, since it was made. On a machine that others use the second
/// says more.
final class Meter {
    private static final double NANOS = 1e6;

    private final long began = System.nanoTime();
    private final Duration cpu = cpu();

    /// Milliseconds by the clock.
    double wall() {
        return (System.nanoTime() - began) / NANOS;
    }

    /// Milliseconds of processors, all threads together.
    double busy() {
        return cpu().minus(cpu).toNanos() / NANOS;
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Nanoseconds of processor that this thread has used.
    static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// Megabytes that are held now.
    static double held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
    }

    /// The value that so many of the sorted ones do not exceed.
    ///
    /// @param share between 0 and 1
    static double quantile(double[] sorted, double share) {
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
