package dev.pollux.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Stands between a gRPC client and its server on loopback, passes frames of HTTP/2 on, and makes
/// calls go wrong when it is told to: creates, or others that are told by what stands in them.
public final class FaultProxy implements AutoCloseable {
  /// One fault, and the chance that decides its details.
  record Plan(WireFault fault, RandomGenerator random, int times) {
    private Optional<Plan> left() {
      return times > 1 ? Optional.of(new Plan(fault, random, times - 1)) : Optional.empty();
    }
  }

  /// Stands in every create, and in no other call.
  private static final String CREATE = "publishers/google/models/";

  private final InetSocketAddress server;
  private final Predicate<String> struck;
  private final AtomicReference<Optional<Plan>> armed = new AtomicReference<>(Optional.empty());
  private final AtomicInteger calls = new AtomicInteger();
  private final List<ProxiedConnection> open = new CopyOnWriteArrayList<>();
  private final int port;
  private volatile ServerSocket door;
  private volatile boolean closed;

  /// @param target `host:port` of the server
  public FaultProxy(String target) throws IOException {
    this(target, CREATE);
  }

  /// @param marker a text that stands in the calls that go wrong, and in no others
  public FaultProxy(String target, String marker) throws IOException {
    this(target, text -> text.contains(marker));
  }

  /// @param struck whether a call can go wrong in which this text stands
  public FaultProxy(String target, Predicate<String> struck) throws IOException {
    this.struck = struck;
    int colon = target.lastIndexOf(':');
    this.server =
        new InetSocketAddress(
            target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
    this.door = listen(0);
    this.port = door.getLocalPort();
    Thread.ofVirtual().name("proxy").start(this::accept);
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  public String target() {
    return "127.0.0.1:" + port;
  }

  /// How many calls the client has sent that can go wrong, since the last fault was armed.
  public int calls() {
    return calls.get();
  }

  /// The next create goes wrong.
  public void arm(WireFault fault, RandomGenerator random) throws IOException {
    arm(fault, random, 1);
  }

  /// So many calls go wrong, one after the other; where connections are refused, all of them.
  public void arm(WireFault fault, RandomGenerator random, int times) throws IOException {
    calls.set(0);
    if (fault.act() instanceof WireFault.Act.Refuse) {
      door.close();
      open.forEach(ProxiedConnection::reset);
    } else {
      armed.set(Optional.of(new Plan(fault, random, times)));
    }
  }

  /// Whatever was armed is over; a connection that was refused is taken again.
  public void disarm() throws IOException {
    armed.set(Optional.empty());
    if (door.isClosed()) {
      door = listen(port);
      Thread.ofVirtual().name("proxy").start(this::accept);
    }
  }

  boolean strikes(Http2Frame frame) {
    return frame.type() == Http2Frame.DATA && struck.test(frame.text());
  }

  /// The fault for a call that passes now, if one is armed; as often as it was armed for.
  Optional<Plan> take() {
    calls.incrementAndGet();
    return armed.getAndUpdate(plan -> plan.flatMap(Plan::left));
  }

  void ended(ProxiedConnection connection) {
    open.remove(connection);
  }

  private void accept() {
    ServerSocket listening = door;
    while (!closed) {
      try {
        Socket client = listening.accept();
        Socket upstream = new Socket(server.getAddress(), server.getPort());
        client.setTcpNoDelay(true);
        upstream.setTcpNoDelay(true);
        ProxiedConnection connection = new ProxiedConnection(this, client, upstream);
        open.add(connection);
        // Taken in the moment the door was closed: whoever closed it has not seen this one.
        if (listening.isClosed()) {
          connection.reset();
        } else {
          connection.start();
        }
      } catch (IOException e) {
        if (listening.isClosed()) {
          return;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    door.close();
    open.forEach(ProxiedConnection::reset);
  }
}
