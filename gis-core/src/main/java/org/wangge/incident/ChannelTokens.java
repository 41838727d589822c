package org.wangge.incident;

import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;

/**
 * Tokens of cameras, sensors, forms and departments, each of which reports over its own channel and
 * no other. Thread-safe.
 */
public final class ChannelTokens {
  /** How a caller's origin names a token. */
  private static final String TOKEN = "token-";

  private final Transactions transactions;
  private final ChannelTokenStore store;

  public ChannelTokens(Transactions transactions, ChannelTokenStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /**
   * Binds a token to a channel.
   *
   * @throws NotFound with code {@code channel-token-unknown}
   */
  public void bind(Caller caller, String tokenId, Channel channel) {
    Caller keeper = caller.with(Right.RUN);
    transactions.write(
        keeper,
        tx -> {
          if (!store.bind(tx, keeper, tokenId, channel)) {
            throw new NotFound("channel-token-unknown", Map.of("id", tokenId));
          }
          tx.record(new IncidentEvent.ChannelBound(tokenId, channel));
          return true;
        });
  }

  /**
   * The channel over which a report comes.
   *
   * @param given what its sender says; empty where they say nothing
   * @throws Invalid with code {@code channel-bound} when the caller's token speaks for another
   */
  public Optional<Channel> channel(Caller caller, Optional<Channel> given) {
    String session = caller.origin().sessionOrNull();
    if (session == null || !session.startsWith(TOKEN)) {
      return given;
    }
    String tokenId = session.substring(TOKEN.length());
    Optional<Channel> bound = transactions.read(tx -> store.channelOf(tx, tokenId));
    if (bound.isPresent() && given.isPresent() && !bound.equals(given)) {
      throw new Invalid("channel", "channel-bound", Map.of("bound", bound.get().word()));
    }
    return bound.or(() -> given);
  }
}
