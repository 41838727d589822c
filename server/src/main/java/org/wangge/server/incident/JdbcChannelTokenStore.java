package org.wangge.server.incident;

import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Channel;
import org.wangge.incident.ChannelTokenStore;
import org.wangge.server.storage.JdbcTx;

/** Which tokens speak for one channel, in plain SQL for both databases. Thread-safe. */
final class JdbcChannelTokenStore implements ChannelTokenStore {
  @Override
  public boolean bind(Tx tx, Caller caller, String tokenId, Channel channel) {
    JdbcTx jdbc = JdbcTx.of(tx);
    boolean known =
        jdbc.queryOne("select id from people_token where id = ?", row -> true, tokenId).isPresent();
    if (known) {
      jdbc.update("delete from incident_channel_token where token_id = ?", tokenId);
      jdbc.update(
          "insert into incident_channel_token (token_id, channel) values (?, ?)",
          tokenId,
          channel.word());
    }
    return known;
  }

  @Override
  public Optional<Channel> channelOf(Tx tx, String tokenId) {
    return JdbcTx.of(tx)
        .queryOne(
            "select channel from incident_channel_token where token_id = ?",
            row -> Channel.find(row.string("channel")).orElseThrow(),
            tokenId);
  }
}
