package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionBatch;

/** Sends fixes of one person by one of the protocols there are. */
interface TrackSender {
  /** Of a batch: JSON and packed ones hold more, files too. */
  int MOST_AT_ONCE = 5_000;

  /** Sends some, in their order; they are on record, or the broker's, when this returns. */
  void send(List<Fix> some) throws IOException;

  /**
   * A phone, as its apps show it.
   *
   * @param id of the phone
   * @param token of the phone
   * @param staffCode whose positions it sends
   */
  record Phone(String id, String token, String staffCode) {}

  /** Where requests go. */
  final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Door door;

    Requests(Door door) {
      this.door = door;
    }

    HttpRequest.Builder to(String path) {
      return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path));
    }

    HttpRequest.Builder asOwner(String path) {
      return to(path).header("Authorization", "Bearer " + door.token());
    }

    String answer(HttpRequest.Builder request) throws IOException {
      return send(request).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
      try {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
          throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }

    /** The session of an answer. */
    String cookie(HttpRequest.Builder request) throws IOException {
      return send(request).headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    JsonNode json(HttpRequest.Builder request) throws IOException {
      return JSON.readTree(answer(request));
    }

    JsonNode post(HttpRequest.Builder request, String body) throws IOException {
      return json(
          request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }
  }

  /** As Traccar Client does, one a request. */
  static TrackSender osmand(Requests to, Phone phone) {
    return some -> {
      for (Fix fix : some) {
        String query =
            "id=%s&timestamp=%d&lat=%.7f&lon=%.7f"
                .formatted(
                    phone.token(),
                    fix.at().toEpochMilli(),
                    fix.location().latDegrees(),
                    fix.location().lonDegrees());
        to.answer(to.to("/gps/osmand?" + query));
      }
    };
  }

  /** As OwnTracks in HTTP mode does, one a request. */
  static TrackSender ownTracks(Requests to, Phone phone) {
    return some -> {
      for (Fix fix : some) {
        to.answer(
            to.to("/gps/owntracks")
                .header("X-Limit-D", phone.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(location(fix))));
      }
    };
  }

  /** What OwnTracks says of a place: it knows whole seconds. */
  static String location(Fix fix) {
    return "{\"_type\":\"location\",\"lat\":%.7f,\"lon\":%.7f,\"tst\":%d,\"tid\":\"gl\"}"
        .formatted(
            fix.location().latDegrees(), fix.location().lonDegrees(), fix.at().getEpochSecond());
  }

  /** As a relay does, many a request. */
  static TrackSender packed(Requests to, String staffCode) {
    return some ->
        to.answer(
            to.asOwner("/api/positions")
                .header("Content-Type", PositionBatch.TYPE)
                .POST(
                    BodyPublishers.ofByteArray(
                        PositionBatch.encode(List.of(new PersonFixes(staffCode, some, false))))));
  }

  /** As somebody does who uploads a recording of their own. */
  static TrackSender gpx(Requests to, String cookie) {
    return some -> {
      StringBuilder file = new StringBuilder("<gpx version=\"1.1\"><trk><trkseg>");
      for (Fix fix : some) {
        file.append(
            "<trkpt lat=\"%.7f\" lon=\"%.7f\"><time>%s</time></trkpt>"
                .formatted(fix.location().latDegrees(), fix.location().lonDegrees(), fix.at()));
      }
      file.append("</trkseg></trk></gpx>");
      to.answer(
          to.to("/api/positions/gpx")
              .header("Cookie", cookie)
              .header("Content-Type", "application/gpx+xml")
              .POST(BodyPublishers.ofString(file.toString())));
    };
  }

  /** As OwnTracks in MQTT mode does; as many at once as the broker takes. */
  static TrackSender mqtt(int port, Phone phone) {
    Mqtt3AsyncClient client =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(phone.id())
            .serverHost("127.0.0.1")
            .serverPort(port)
            .simpleAuth()
            .username(phone.id())
            .password(phone.token().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildAsync();
    client.toBlocking().connect();
    return some -> {
      List<CompletableFuture<Mqtt3Publish>> told = new ArrayList<>();
      for (Fix fix : some) {
        told.add(
            client
                .publishWith()
                .topic("owntracks/" + phone.id() + "/phone")
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(location(fix).getBytes(StandardCharsets.UTF_8))
                .send());
      }
      told.forEach(CompletableFuture::join);
    };
  }
}
