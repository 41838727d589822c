package org.wangge.server.patrol;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why there is no connection to the broker, in a word. */
final class MqttTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A trouble.
   *
   * @param word for it
   */
  MqttTrouble(String word, Throwable cause) {
    super(word, cause);
  }

  /**
   * What a failure means.
   *
   * @param otherwise the word where it is nothing that has one of its own
   */
  static MqttTrouble of(String otherwise, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Mqtt5ConnAckException refused) {
        return new MqttTrouble(
            "refused-" + word(refused.getMqttMessage().getReasonCode().name()), failure);
      }
      if (cause instanceof Mqtt5SubAckException) {
        return new MqttTrouble("not-subscribed", failure);
      }
      if (cause instanceof SSLException) {
        return new MqttTrouble("certificate", failure);
      }
    }
    return new MqttTrouble(otherwise, failure);
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
