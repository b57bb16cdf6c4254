package dev.pollux.testing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// One connection through the proxy: a thread for each direction.
final class ProxiedConnection {
  private static final int PREFACE = 24;

  /// Fatal: protocol_version.
  private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 70};

  private final FaultProxy proxy;
  private final Socket client;
  private final Socket server;
  private final Map<Integer, FaultProxy.Plan> waiting = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> passes = new ConcurrentHashMap<>();
  private final Set<Integer> muted = ConcurrentHashMap.newKeySet();

  ProxiedConnection(FaultProxy proxy, Socket client, Socket server) {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
  }

  void start() {
    Thread.ofVirtual().name("to-server").start(() -> relay(this::toServer));
    Thread.ofVirtual().name("to-client").start(() -> relay(this::toClient));
  }

  private interface Direction {
    void run() throws IOException;
  }

  private void relay(Direction direction) {
    try {
      direction.run();
    } catch (IOException e) {
      // One side is gone.
    } finally {
      end();
    }
  }

  private void toServer() throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
    OutputStream out = server.getOutputStream();
    out.write(in.readNBytes(PREFACE));
    while (true) {
      Http2Frame frame = Http2Frame.read(in);
      if (frame.type() == Http2Frame.SETTINGS && (frame.flags() & Http2Frame.ACK) == 0) {
        frame.withoutHeaderTable().write(out);
      } else if (proxy.strikes(frame)) {
        create(frame, out);
      } else if (!muted.contains(frame.stream())) {
        frame.write(out);
      }
    }
  }

  private void create(Http2Frame frame, OutputStream out) throws IOException {
    var plan = proxy.take();
    if (plan.isEmpty()) {
      frame.write(out);
    } else if (plan.get().fault().arrives()) {
      passes.put(frame.stream(), plan.get().random().nextInt(3));
      waiting.put(frame.stream(), plan.get());
      frame.write(out);
    } else {
      muted.add(frame.stream());
      Http2Frame.rst(frame.stream(), 8).write(out);
      act(plan.get(), frame.stream());
    }
  }

  private void toClient() throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
    while (true) {
      Http2Frame frame = Http2Frame.read(in);
      FaultProxy.Plan plan = waiting.get(frame.stream());
      if (plan != null) {
        reply(frame, plan);
      } else if (!muted.contains(frame.stream())) {
        send(frame);
      }
    }
  }

  /// A reply is a HEADERS, a DATA and the trailers. Some of it may pass before the fault; the
  /// trailers never do.
  private void reply(Http2Frame frame, FaultProxy.Plan plan) throws IOException {
    boolean page = plan.fault().act() instanceof WireFault.Act.Page;
    int left = passes.merge(frame.stream(), -1, Integer::sum);
    if (left >= 0 && !frame.ends() && !page) {
      send(frame);
      return;
    }
    waiting.remove(frame.stream());
    muted.add(frame.stream());
    act(plan, frame.stream());
  }

  private void act(FaultProxy.Plan plan, int stream) throws IOException {
    RandomGenerator random = plan.random();
    LockSupport.parkNanos(random.nextInt(8) * 1_000_000L);
    switch (plan.fault().act()) {
      case WireFault.Act.Refuse _, WireFault.Act.Reset _ -> reset();
      case WireFault.Act.Cut _ -> end();
      case WireFault.Act.Silence _ -> {}
      case WireFault.Act.Rst(int code) -> send(Http2Frame.rst(stream, code));
      case WireFault.Act.Page(int status, String type) ->
          send(Http2Frame.page(stream, status, type));
      case WireFault.Act.Said(int status) -> send(Http2Frame.said(stream, status));
      case WireFault.Act.Alert _ -> {
        send(ALERT);
        end();
      }
      case WireFault.Act.GoAway(int last, int code) -> {
        send(Http2Frame.goAway(last, code));
        if (last != 0) {
          LockSupport.parkNanos(random.nextInt(3) * 1_000_000L);
          end();
        }
      }
    }
  }

  private synchronized void send(Http2Frame frame) throws IOException {
    frame.write(client.getOutputStream());
  }

  private synchronized void send(byte[] bytes) throws IOException {
    client.getOutputStream().write(bytes);
  }

  /// Both sides get a TCP reset.
  void reset() {
    try {
      client.setSoLinger(true, 0);
    } catch (IOException e) {
      // Closed already.
    }
    end();
  }

  private void end() {
    try {
      client.close();
      server.close();
    } catch (IOException e) {
      // Closed already.
    }
    proxy.ended(this);
  }
}
