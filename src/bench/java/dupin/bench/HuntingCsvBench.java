package dupin.bench;

import dupin.intake.ImportRefusedException;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.intake.hunting.HuntingCsv;
import dupin.model.Imported;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Rows a second of `DeviceProcessEvents` from bytes to events, on one core: a row has about a kilobyte.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class HuntingCsvBench {
    private static final int ROWS = 20_000;
    private static final String HEADER =
            "Timestamp,DeviceId,DeviceName,ActionType,FileName,FolderPath,SHA1,SHA256,MD5,FileSize,ProcessId,"
                    + "ProcessCommandLine,ProcessIntegrityLevel,ProcessCreationTime,AccountDomain,AccountName,AccountSid,"
                    + "InitiatingProcessAccountDomain,InitiatingProcessAccountName,InitiatingProcessAccountSid,"
                    + "InitiatingProcessSHA1,InitiatingProcessSHA256,InitiatingProcessFileName,InitiatingProcessId,"
                    + "InitiatingProcessCommandLine,InitiatingProcessCreationTime,InitiatingProcessFolderPath,"
                    + "InitiatingProcessParentId,InitiatingProcessParentFileName,InitiatingProcessParentCreationTime,"
                    + "AdditionalFields\n";

    private byte[] bytes = new byte[0];

    @Setup
    public void rows() {
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < ROWS; i++) {
            String time =
                    "2026-11-16T%02d:%02d:%02d.%07dZ"
                            .formatted(i / 3600 % 24, i / 60 % 60, i % 60, i * 37 % 10_000_000);
            String hash = "%064x".formatted(i % 300 * 7_919L);
            text.append(time)
                    .append(",%040x,".formatted(i % 50))
                    .append("host-%02d.corp.example,ProcessCreated,".formatted(i % 50))
                    .append("tool.exe,C:\\Program Files\\Vendor\\Tool\\tool.exe,")
                    .append(hash, 0, 40)
                    .append(',')
                    .append(hash)
                    .append(',')
                    .append(hash, 0, 32)
                    .append(",104448,")
                    .append(4 * (i % 20_000) + 4)
                    .append(",\"\"\"C:\\Program Files\\Vendor\\Tool\\tool.exe\"\" --run ")
                    .append(i)
                    .append(" --quiet\",Medium,")
                    .append(time)
                    .append(",CORP,user")
                    .append(i % 80)
                    .append(",S-1-5-21-1-2-3-")
                    .append(1_000 + i % 80)
                    .append(",CORP,user")
                    .append(i % 80)
                    .append(",S-1-5-21-1-2-3-")
                    .append(1_000 + i % 80)
                    .append(',')
                    .append(hash, 0, 40)
                    .append(',')
                    .append(hash)
                    .append(",explorer.exe,")
                    .append(4 * (i % 90) + 4)
                    .append(
                            ",C:\\Windows\\Explorer.EXE,2026-11-16T00:00:00.1234567Z,c:\\windows\\explorer.exe,700,userinit.exe,")
                    .append("2026-11-16T00:00:00.0234567Z,")
                    .append("x".repeat(300))
                    .append('\n');
        }
        bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void rows(Blackhole hole) throws IOException, ImportRefusedException {
        new HuntingCsv()
                .read(
                        new Memory(bytes),
                        new Sink() {
                            @Override
                            public void accept(Imported record) {
                                hole.consume(record);
                            }

                            @Override
                            public void progress(long bytesRead) {
                                hole.consume(bytesRead);
                            }
                        });
    }

    private record Memory(byte[] bytes) implements Source {
        @Override
        public String name() {
            return "DeviceProcessEvents.csv";
        }

        @Override
        public String sha256() {
            return "0".repeat(64);
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
