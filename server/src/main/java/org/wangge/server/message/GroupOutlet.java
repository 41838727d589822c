package org.wangge.server.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.Outcome;

/**
 * Messages to groups by their robots, in the form of WeCom's: a text is posted, and the answer's
 * {@code errcode} is 0 where it was taken. Such a robot knows no message again. Thread-safe.
 *
 * <p>Source of the form and of the codes: "群机器人配置说明" and "全局错误码" of WeCom's documentation for
 * developers.
 */
final class GroupOutlet implements Outlet {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** 系统繁忙, and 接口调用超过限制: it may be tried again later. */
  private static final Set<Integer> LATER = Set.of(-1, 45009);

  private final Map<String, OutletSettings.Group> groups = new HashMap<>();
  private final Map<String, HttpPost> posts = new HashMap<>();
  private final Duration patience;

  GroupOutlet(List<OutletSettings.Group> all) {
    for (OutletSettings.Group one : all) {
      groups.put(one.name(), one);
      posts.put(one.name(), new HttpPost(one.patience()));
    }
    patience =
        all.stream()
            .map(OutletSettings.Group::patience)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ofSeconds(1));
  }

  @Override
  public Medium medium() {
    return Medium.GROUP;
  }

  @Override
  public boolean isKeyed() {
    return false;
  }

  @Override
  public Duration patience() {
    return patience;
  }

  @Override
  public Outcome send(Message message, String address, String text) {
    OutletSettings.Group group = groups.get(address);
    HttpPost post = posts.get(address);
    if (group == null || post == null) {
      return new Outcome.Refused("no-address");
    }
    ObjectNode body = JSON.createObjectNode();
    body.put("msgtype", "text").putObject("text").put("content", text);
    return post.post(
        group.url(),
        "application/json; charset=utf-8",
        body.toString(),
        Map.of(),
        GroupOutlet::judged);
  }

  private static Outcome judged(JsonNode answer) {
    JsonNode code = answer.path("errcode");
    if (!code.isInt()) {
      return new Outcome.Refused("gateway-refused");
    }
    if (code.asInt() == 0) {
      return new Outcome.Taken("");
    }
    return LATER.contains(code.asInt())
        ? new Outcome.NotNow("gateway-busy")
        : new Outcome.Refused("gateway-refused");
  }
}
