package org.wangge.server.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.Outcome;

/** Text messages over a gateway that is spoken to over HTTP. Thread-safe. */
final class SmsOutlet implements Outlet {
  private static final int LONGEST_ID = 120;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OutletSettings.Sms settings;
  private final HttpPost post;

  SmsOutlet(OutletSettings.Sms settings) {
    this.settings = settings;
    post = new HttpPost(settings.patience());
  }

  @Override
  public Medium medium() {
    return Medium.SMS;
  }

  @Override
  public boolean isKeyed() {
    return settings.keyed();
  }

  @Override
  public Duration patience() {
    return settings.patience();
  }

  @Override
  public Outcome send(Message message, String address, String text) {
    return settings.isJson()
        ? post.post(
            settings.url(),
            "application/json; charset=utf-8",
            json(message, address, text),
            settings.headers(),
            this::judged)
        : post.post(
            settings.url(),
            "application/x-www-form-urlencoded; charset=utf-8",
            form(message, address, text),
            settings.headers(),
            this::judged);
  }

  private String json(Message message, String phone, String text) {
    ObjectNode body = JSON.createObjectNode();
    settings.form().forEach((name, value) -> body.put(name, filled(value, message, phone, text)));
    return body.toString();
  }

  private String form(Message message, String phone, String text) {
    StringJoiner body = new StringJoiner("&");
    settings
        .form()
        .forEach(
            (name, value) ->
                body.add(encoded(name) + "=" + encoded(filled(value, message, phone, text))));
    return body.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The text last: what looks like a blank in it stays as it is. */
  private static String filled(String value, Message message, String phone, String text) {
    return value.replace("{phone}", phone).replace("{key}", message.key()).replace("{text}", text);
  }

  private Outcome judged(JsonNode answer) {
    OutletSettings.Taken taken = settings.takenOrNull();
    if (taken != null && !answer.path(taken.member()).asText().equals(taken.is())) {
      return new Outcome.Refused("gateway-refused");
    }
    String id = settings.idMember().isEmpty() ? "" : answer.path(settings.idMember()).asText();
    return new Outcome.Taken(id.length() > LONGEST_ID ? "" : id);
  }
}
