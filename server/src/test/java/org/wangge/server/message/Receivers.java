package org.wangge.server.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Real receivers of messages on this machine: an HTTP gateway for text messages that takes each key
 * once, the robot of a group, and a server for mail.
 */
final class Receivers implements AutoCloseable {
  static final String SECRET = "receipt-secret-of-the-test";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final GreenMail mail;
  private final Map<String, Map<String, String>> texts = new LinkedHashMap<>();
  private final List<String> posts = new ArrayList<>();
  private final Queue<Integer> failing = new ArrayDeque<>();
  private int repeated;
  private volatile long slowNanos;

  Receivers() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/sms", this::sms);
    http.createContext("/robot", this::robot);
    http.start();
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  /** Writes the settings that lead here. */
  void writeSettings(Path folder) throws IOException {
    String settings =
        """
        {"sms":{"url":"http://127.0.0.1:HTTP/sms","headers":{"Authorization":"Bearer of-the-test"},
          "form":{"mobile":"{phone}","content":"{text}","key":"{key}"},
          "taken":{"member":"code","is":"0"},"id":"msgid","keyed":true,"receiptSecret":"SECRET",
          "seconds":2},
         "mail":{"host":"127.0.0.1","port":MAIL,"security":"none","from":"desk@example.org",
          "departments":{"municipal-works":"works@example.org","sanitation":"clean@example.org"},
          "seconds":2},
         "pages":"https://pages.example.org/",
         "groups":[{"name":"街道应急群","url":"http://127.0.0.1:HTTP/robot?key=1","areas":["990101"],
          "departments":[],"seconds":2}]}
        """
            .replace("HTTP", Integer.toString(http.getAddress().getPort()))
            .replace("MAIL", Integer.toString(mail.getSmtp().getPort()))
            .replace("SECRET", SECRET);
    Files.writeString(folder.resolve("messages.json"), settings);
  }

  /** The next answers of the gateway for text messages are these, with nothing taken. */
  synchronized void fail(int... statuses) {
    Arrays.stream(statuses).forEach(failing::add);
  }

  /** Each answer takes so long, half before and half after the message is taken. */
  void slow(long millis) {
    slowNanos = millis * 1_000_000;
  }

  private void sms(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    LockSupport.parkNanos(slowNanos / 2);
    int status = taken(form(body));
    LockSupport.parkNanos(slowNanos / 2);
    answer(exchange, status, "{\"code\":\"0\",\"msgid\":\"" + form(body).get("key") + "-g\"}");
  }

  private synchronized int taken(Map<String, String> form) {
    Integer failure = failing.poll();
    if (failure != null) {
      return failure;
    }
    if (texts.putIfAbsent(form.getOrDefault("key", ""), form) != null) {
      repeated++;
    }
    return 200;
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(part -> part.split("=", 2))
        .collect(
            Collectors.toMap(
                part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
  }

  private void robot(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    LockSupport.parkNanos(slowNanos / 2);
    synchronized (this) {
      posts.add(body.at("/text/content").asText());
    }
    LockSupport.parkNanos(slowNanos / 2);
    answer(exchange, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** A text message that was taken. */
  record Text(String mobile, String content, String key) {}

  synchronized List<Text> texts() {
    return texts.values().stream()
        .map(form -> new Text(of(form, "mobile"), of(form, "content"), of(form, "key")))
        .toList();
  }

  private static String of(Map<String, String> form, String member) {
    return form.getOrDefault(member, "");
  }

  /** How often a key came once more than it was taken. */
  synchronized int repeated() {
    return repeated;
  }

  synchronized List<String> posts() {
    return List.copyOf(posts);
  }

  /** The ids of the mails that came, each as often as it came. */
  List<String> mailIds() {
    return Arrays.stream(mail.getReceivedMessages()).map(Receivers::id).toList();
  }

  private static String id(MimeMessage one) {
    try {
      return one.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The texts of the mails that came. */
  List<String> mails() {
    return Arrays.stream(mail.getReceivedMessages())
        .map(
            one -> {
              try {
                return one.getContent().toString().strip();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    mail.stop();
  }
}
