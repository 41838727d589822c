package org.wangge.server.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.wangge.access.Caller;
import org.wangge.people.SecretHash;

/**
 * Tickets for streams: each lets in once, within half a minute, whoever got it, to the one stream
 * it was made for. For clients that can send no cookie, so that no token has to stand in an
 * address. Kept as hashes and in memory only. Thread-safe.
 */
public final class StreamTickets {
  /** How long a ticket is good. */
  static final Duration LIFE = Duration.ofSeconds(30);

  private static final String SUB_PROTOCOL = "wangge-ticket.";
  private static final String SCHEME = "Ticket ";
  private static final int MOST = 10_000;
  private static final int MOST_OF_ONE_ACCOUNT = 100;

  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  /** By the machine's time. */
  public StreamTickets() {
    this(System::nanoTime);
  }

  StreamTickets(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Ticket(Identities.Known holder, String path, long madeAtNanos) {}

  /**
   * Makes one.
   *
   * @param holder whose it is; the ticket ends with their session
   * @param path of the stream
   * @throws TooBusy when there are too many that nobody used
   */
  String make(Identities.Known holder, String path) {
    tickets.values().removeIf(this::isOver);
    long own =
        tickets.values().stream()
            .filter(ticket -> account(ticket.holder()).equals(account(holder)))
            .count();
    if (tickets.size() >= MOST || own >= MOST_OF_ONE_ACCOUNT) {
      throw new TooBusy("tickets-too-many", (int) LIFE.toSeconds());
    }
    String ticket = SecretTexts.next();
    tickets.put(SecretHash.of(ticket), new Ticket(holder, path, nanos.getAsLong()));
    return ticket;
  }

  /** What a request shows: in a sub-protocol of a web socket, or in {@code Authorization}. */
  static Optional<String> shownBy(Context ctx) {
    String header = ctx.header("Authorization");
    if (header != null && header.startsWith(SCHEME)) {
      return Optional.of(header.substring(SCHEME.length()));
    }
    String offered = ctx.header("Sec-WebSocket-Protocol");
    return offered == null
        ? Optional.empty()
        : Arrays.stream(offered.split(",", -1))
            .map(String::trim)
            .filter(name -> name.startsWith(SUB_PROTOCOL))
            .map(name -> name.substring(SUB_PROTOCOL.length()))
            .findFirst();
  }

  /**
   * Takes a ticket, which is used up by that even where it lets nobody in.
   *
   * @param known who the request shows itself to be besides; somebody else's ticket lets them not
   *     in
   * @throws DoorShut where it is not good for this
   */
  Identities.Known use(String shown, String path, Caller known) {
    Ticket ticket = tickets.remove(SecretHash.of(shown));
    boolean good =
        ticket != null
            && !isOver(ticket)
            && ticket.path().equals(path)
            && (known.isAnonymous() || known.account().equals(account(ticket.holder())))
            && ticket.holder().holds().getAsBoolean();
    if (ticket == null || !good) {
      throw new DoorShut(401, "ticket-refused", Map.of());
    }
    return ticket.holder();
  }

  private boolean isOver(Ticket ticket) {
    return nanos.getAsLong() - ticket.madeAtNanos() > LIFE.toNanos();
  }

  private static String account(Identities.Known holder) {
    return holder.caller().account();
  }
}
