package org.wangge.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.Outcome;
import org.wangge.message.Recipient;

/** Against a server that says what it is told to at each step. */
class MailOutletTest {
  private static final String CLOSES = "";

  /** Answers by the first four letters of what is said; {@link #CLOSES} ends the connection. */
  private static Outcome sent(String greeting, Map<String, String> answers) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> serve(server, greeting, answers), "smtp");
      thread.start();
      Outcome outcome = outlet(server.getLocalPort()).send(message(), "a@example.org", "text");
      thread.join();
      return outcome;
    }
  }

  private static MailOutlet outlet(int port) {
    return new MailOutlet(
        new OutletSettings.Mail(
            "127.0.0.1",
            port,
            "none",
            "",
            "",
            "desk@example.org",
            Map.of(),
            Duration.ofSeconds(4)));
  }

  private static Message message() {
    return new Message(
        1,
        1,
        new Recipient(Recipient.Kind.DEPARTMENT, "x"),
        Medium.MAIL,
        "key-1",
        Message.State.WAITING,
        0,
        new Message.Times(null, null, null),
        "");
  }

  private static void serve(ServerSocket server, String greeting, Map<String, String> answers) {
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      say(socket, greeting);
      String line = in.readLine();
      while (line != null) {
        String verb = line.length() < 4 ? line : line.substring(0, 4);
        String answer = answers.getOrDefault(verb, verb.equals("DATA") ? "354 go on" : "250 ok");
        if (answer.equals(CLOSES)) {
          return;
        }
        boolean isText = !line.matches("(EHLO|HELO|MAIL|RCPT|DATA|QUIT|RSET|NOOP)\\b.*|\\.");
        if (!isText) {
          say(socket, answer);
        }
        line = in.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  @Test
  void a_server_that_is_busy_is_asked_again() throws Exception {
    assertThat(sent("421 too busy", Map.of())).isEqualTo(new Outcome.NotNow("unreachable"));
    assertThat(sent("220 hello", Map.of("EHLO", CLOSES)))
        .isEqualTo(new Outcome.NotNow("unreachable"));
    assertThat(sent("220 hello", Map.of("RCPT", "450 later")))
        .isEqualTo(new Outcome.NotNow("mail-450"));
  }

  @Test
  void of_a_mail_whose_answer_was_lost_nobody_knows() throws Exception {
    assertThat(sent("220 hello", Map.of(".", CLOSES))).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void what_the_server_refuses_is_refused() throws Exception {
    assertThat(sent("220 hello", Map.of("RCPT", "550 nobody here")))
        .isEqualTo(new Outcome.Refused("mail-550"));
    assertThat(sent("220 hello", Map.of(".", "554 no"))).isEqualTo(new Outcome.Refused("mail-554"));
    assertThat(sent("220 hello", Map.of())).isInstanceOf(Outcome.Taken.class);
  }
}
