package org.wangge.incident;

import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps which tokens speak for one channel. Thread-safe. */
public interface ChannelTokenStore {
  /** Binds a token to a channel, in place of another. Answers whether there is such a token. */
  boolean bind(Tx tx, Caller caller, String tokenId, Channel channel);

  /** The channel a token speaks for; empty where it is bound to none. */
  Optional<Channel> channelOf(Tx tx, String tokenId);
}
