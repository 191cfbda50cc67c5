/** Newest version in Maven Central; it wants Java 8 or newer. */
export const TEST_SERVER_VERSION = '1.38.0';

/** Main class of the Java test server. */
export const MAIN_CLASS = 'LoopbackTestServer';

/**
 * The stock main class of the test server listens on all interfaces and outlives whoever started it. This one listens
 * on 127.0.0.1 and ends with its parent. Without arguments it starts for a moment, which shows that it works, and loads
 * the classes that go into the archive.
 */
export const MAIN_SOURCE = `import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.net.InetSocketAddress;

public final class ${MAIN_CLASS} {
  public static void main(String[] args) throws Exception {
    boolean checking = args.length == 0;
    int port = checking ? 0 : Integer.parseInt(args[0]);
    boolean skipTime = args.length > 1 && args[1].equals("--enable-time-skipping");

    ProcessHandle.current().parent().ifPresent(
        parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));

    TestServicesStarter services = new TestServicesStarter(!skipTime, 0);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port));
    GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
    Server server = builder.build().start();

    if (checking) System.exit(0);
    server.awaitTermination();
  }
}
`;

/** What Maven resolves: the server, and a logger that says nothing in place of the complaint that there is none. */
export const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>batonflow</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${TEST_SERVER_VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
`;
