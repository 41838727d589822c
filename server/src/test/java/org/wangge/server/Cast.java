package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.wangge.access.Role;
import org.wangge.people.Totp;
import org.wangge.server.RunningServer.Answer;

/** People with accounts of their own on a running server, each with one role in one area. */
public final class Cast {
  /** What everybody of the cast chose as a password. */
  public static final String PASSWORD = "a sentence of my own 7";

  private final RunningServer server;

  public Cast(RunningServer server) {
    this.server = server;
  }

  /**
   * Adds somebody and signs them in, with a second factor where the role wants one.
   *
   * @param where members of the grant, such as {@code "area":"990101001002"}; empty for everywhere
   * @return the cookie of the session
   */
  public String join(String account, Role role, String where) {
    String cookie = settle(account, role, where);
    return role.wantsSecondFactor() ? strengthen(cookie) : cookie;
  }

  /** The same without a second factor, whatever the role wants. */
  public String settle(String account, Role role, String where) {
    String first = add(account, role, where);
    String cookie = signIn(account, first);
    Answer chosen = choose(cookie, first, PASSWORD);
    assertThat(chosen.status()).as(chosen.body()).isEqualTo(204);
    return cookie;
  }

  /** Adds somebody; gives the first password. */
  public String add(String account, Role role, String where) {
    Answer added =
        server.post(
            server.asOwner("/api/accounts"),
            "{\"account\":\"%s\",\"role\":\"%s\"%s}"
                .formatted(account, role.word(), where.isEmpty() ? "" : "," + where));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return added.json().path("password").asText();
  }

  /** Signs in; gives the cookie. */
  public String signIn(String account, String password) {
    Answer begun = tryIn(account, password, "");
    assertThat(begun.status()).as(begun.body()).isEqualTo(200);
    return cookie(begun);
  }

  /** Tries to sign in, with a code where there is one. */
  public Answer tryIn(String account, String password, String code) {
    return server.post(
        server.to("/api/session"),
        "{\"user\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}".formatted(account, password, code));
  }

  /** The session that an answer began. */
  public static String cookie(Answer begun) {
    return begun.header("Set-Cookie").split(";", 2)[0];
  }

  /** Asks for another password. */
  public Answer choose(String cookie, String current, String wanted) {
    return server.post(
        with(cookie, "/api/account/password"),
        "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, wanted));
  }

  /** Sets up a second factor; gives the cookie of the session from then on. */
  private String strengthen(String cookie) {
    String path = "/api/account/second-factor";
    JsonNode begun =
        server.post(with(cookie, path), "{\"password\":\"%s\"}".formatted(PASSWORD)).json();
    byte[] secret = base32(begun.path("secret").asText().replace(" ", ""));
    String code = Totp.code(secret, Totp.stepOf(Instant.now()));
    Answer confirmed =
        server.post(with(cookie, path + "/confirmation"), "{\"code\":\"%s\"}".formatted(code));
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    return cookie(confirmed);
  }

  /** Base 32 read as an app reads it. */
  public static byte[] base32(String text) {
    byte[] bytes = new byte[text.length() * 5 / 8];
    long held = 0;
    int bits = 0;
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[next++] = (byte) (held >> bits);
      }
    }
    return bytes;
  }

  /** A request under a session. */
  public HttpRequest.Builder with(String cookie, String path) {
    return server.to(path).header("Cookie", cookie);
  }
}
