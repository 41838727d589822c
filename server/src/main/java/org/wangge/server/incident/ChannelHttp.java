package org.wangge.server.incident;

import io.javalin.http.Context;
import java.util.Map;
import org.wangge.incident.Channel;
import org.wangge.incident.ChannelTokens;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Tokens that speak for one channel, over HTTP. */
public final class ChannelHttp {
  private static final int LONGEST_BODY = 1_000;

  private final ChannelTokens tokens;

  ChannelHttp(ChannelTokens tokens) {
    this.tokens = tokens;
  }

  /** {@code PUT /api/tokens/{id}/channel} with {@code {channel}}. */
  public void bind(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    String word = JsonBody.of(Json.read(ctx, LONGEST_BODY), "channel").text("channel").orElse("");
    Channel channel =
        Channel.find(word)
            .orElseThrow(
                () ->
                    new Malformed(
                        "channel",
                        "word-unknown",
                        Map.of(
                            "name",
                            "channel",
                            "given",
                            word,
                            "known",
                            IncidentRequests.channelWords())));
    tokens.bind(Callers.of(ctx), id, channel);
    ctx.status(204);
  }
}
