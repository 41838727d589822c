package org.wangge.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A bad network before a server on this machine: every connection through it breaks once, at a
 * random byte of what comes back or at a random instant, until it is healed. Thread-safe.
 */
final class FaultProxy implements AutoCloseable {
  private static final int MOST_BYTES = 6_000;
  private static final int MOST_MILLIS = 400;
  private static final int MOST_PIECE = 48;
  private static final int MOST_DELAY_MILLIS = 8;

  /** How a connection breaks. */
  enum Fault {
    /** Both ends are told that it is over. */
    END,
    /** It is torn down without a word of parting. */
    RESET,
    /** Nothing goes through any more, and nobody is told. */
    STALL,
    /** What comes back comes in little pieces, each late; then it ends. */
    TRICKLE,
    /** It ends at an instant, whatever was sent. */
    INSTANT
  }

  private final int target;
  private final Random random;
  private final ServerSocket door;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
  private final ScheduledExecutorService instants =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "fault-instants"));
  private volatile boolean healed;

  private FaultProxy(int target, long seed) {
    this.target = target;
    random = new Random(seed);
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stands before a port of this machine.
   *
   * @param seed draws the faults
   */
  static FaultProxy before(int port, long seed) {
    FaultProxy proxy = new FaultProxy(port, seed);
    daemon(proxy::accept, "fault-proxy").start();
    return proxy;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return door.getLocalPort();
  }

  /** How many connections it broke. */
  int faults() {
    return counts().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The same by kind. */
  Map<Fault, Integer> counts() {
    synchronized (counts) {
      return new EnumMap<>(counts);
    }
  }

  /** From now on everything goes through. */
  void heal() {
    healed = true;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        begin(door.accept());
      } catch (IOException e) {
        // The door was closed, or the server is not there: who asked is told by the end of it.
      }
    }
  }

  private void begin(Socket client) throws IOException {
    Socket server = new Socket();
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
    } catch (IOException nobody) {
      client.close();
      throw nobody;
    }
    client.setTcpNoDelay(true);
    Line line;
    synchronized (random) {
      Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
      line = new Line(client, server, fault, random.nextInt(MOST_BYTES), random.nextLong());
    }
    lines.add(line);
    daemon(line::ask, "fault-ask").start();
    daemon(line::answer, "fault-answer").start();
    if (line.fault == Fault.INSTANT) {
      var unused =
          instants.schedule(line::strike, line.bytesLeft % MOST_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    instants.shutdownNow();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.forEach(Line::end);
  }

  /** One connection. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private final Fault fault;
    private final Random pieces;
    private int bytesLeft;
    private boolean struck;

    Line(Socket client, Socket server, Fault fault, int bytesLeft, long seed) {
      this.client = client;
      this.server = server;
      this.fault = fault;
      this.bytesLeft = bytesLeft;
      pieces = new Random(seed);
    }

    void ask() {
      try {
        client.getInputStream().transferTo(server.getOutputStream());
      } catch (IOException e) {
        // Over, for whatever reason.
      }
      end();
    }

    void answer() {
      byte[] buffer = new byte[8192];
      try {
        InputStream from = server.getInputStream();
        OutputStream to = client.getOutputStream();
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
          boolean whole = healed || fault == Fault.INSTANT || count < bytesLeft;
          int passed = whole ? count : bytesLeft;
          pass(to, buffer, passed);
          bytesLeft -= passed;
          if (!whole) {
            strike();
            return;
          }
        }
      } catch (IOException | InterruptedException e) {
        // Over, for whatever reason.
      }
      end();
    }

    private void pass(OutputStream to, byte[] buffer, int count)
        throws IOException, InterruptedException {
      int from = 0;
      while (from < count) {
        boolean late = fault == Fault.TRICKLE && !healed;
        int piece = late ? Math.min(count - from, 1 + pieces.nextInt(MOST_PIECE)) : count - from;
        to.write(buffer, from, piece);
        from += piece;
        if (late) {
          Thread.sleep(pieces.nextInt(MOST_DELAY_MILLIS));
        }
      }
    }

    private synchronized void strike() {
      if (healed || struck || client.isClosed()) {
        return;
      }
      struck = true;
      synchronized (counts) {
        counts.merge(fault, 1, Integer::sum);
      }
      if (fault == Fault.STALL) {
        return;
      }
      if (fault == Fault.RESET) {
        reset();
      }
      end();
    }

    private void reset() {
      try {
        client.setSoLinger(true, 0);
      } catch (IOException e) {
        // It has ended already.
      }
    }

    void end() {
      lines.remove(this);
      for (Socket socket : new Socket[] {client, server}) {
        try {
          socket.close();
        } catch (IOException e) {
          // It has ended already.
        }
      }
    }
  }
}
