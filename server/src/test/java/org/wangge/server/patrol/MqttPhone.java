package org.wangge.server.patrol;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import java.nio.charset.StandardCharsets;

/** A phone with OwnTracks in MQTT mode: it speaks MQTT 3.1.1, and keeps its last place there. */
final class MqttPhone implements AutoCloseable {
  private final String user;
  private final Mqtt3BlockingClient client;

  MqttPhone(int port, String user, String password) {
    this.user = user;
    client =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(user + "-phone")
            .serverHost("127.0.0.1")
            .serverPort(port)
            .simpleAuth()
            .username(user)
            .password(password.getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildBlocking();
    client.connect();
  }

  /** Sends a message; it is the broker's when this returns. */
  void send(String body) {
    sendTo("owntracks/" + user + "/phone", body);
  }

  void sendTo(String topic, String body) {
    client
        .publishWith()
        .topic(topic)
        .payload(body.getBytes(StandardCharsets.UTF_8))
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .send();
  }

  /** Ends it, where the broker has not: Mosquitto cuts off whoever writes where they may not. */
  @Override
  public void close() {
    var unused = client.toAsync().disconnect();
  }
}
