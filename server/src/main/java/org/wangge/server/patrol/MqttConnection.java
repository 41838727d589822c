package org.wangge.server.patrol;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.Mqtt5RxClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One connection to a broker, from its beginning to its end; it is never brought back to life. So
 * whatever of it was not told to be done with, the broker brings by the next one, and there is
 * nothing in here that could still wait for it. Thread-safe.
 */
final class MqttConnection implements AutoCloseable {
  /** What was sent a week ago is refused anyway. */
  private static final Duration KEPT_FOR_US = Duration.ofDays(7);

  private static final int KEEP_ALIVE_SECONDS = 30;
  private static final long PATIENCE_SECONDS = 20;

  /** How long a message may be. */
  private static final int LONGEST_BYTES = 32_000;

  private static final long LOOK_MILLIS = 50;
  private static final long LONGEST_DRAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final MqttInbox inbox;
  private final Mqtt5RxClient client;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Messages messages = new Messages();

  private final int mostHere;

  private MqttConnection(MqttSettings settings, MqttInbox inbox, int mostHere) throws MqttTrouble {
    this.inbox = inbox;
    this.mostHere = mostHere;
    Mqtt5ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(settings.clientId())
            .serverHost(settings.host())
            .serverPort(settings.port())
            .executorConfig()
            .nettyExecutor(daemons())
            .nettyThreads(1)
            .applyExecutorConfig()
            .addDisconnectedListener(context -> ended.countDown());
    if (settings.tls()) {
      builder =
          builder.sslConfig(
              MqttClientSslConfig.builder()
                  .trustManagerFactory(MqttAuthority.of(settings.authorityOrNull()))
                  .build());
    }
    if (!settings.user().isEmpty()) {
      builder =
          builder
              .simpleAuth()
              .username(settings.user())
              .password(settings.password().getBytes(StandardCharsets.UTF_8))
              .applySimpleAuth();
    }
    client = builder.buildRx();
  }

  /** Each client's own, so that its thread ends with it; it never keeps the program alive. */
  private static Executor daemons() {
    return task -> {
      Thread thread = new Thread(task, "mqtt-net");
      thread.setDaemon(true);
      thread.start();
    };
  }

  /**
   * Connects, goes on with what the broker has kept meanwhile, and subscribes.
   *
   * @param mostHere how many messages may be here at a time
   * @throws MqttTrouble that says at which of that it failed
   */
  static MqttConnection open(MqttSettings settings, MqttInbox inbox, int mostHere)
      throws MqttTrouble, InterruptedException {
    MqttConnection connection = new MqttConnection(settings, inbox, mostHere);
    boolean begun = false;
    try {
      connection.begin(settings.topic());
      begun = true;
      return connection;
    } finally {
      if (!begun) {
        connection.close();
      }
    }
  }

  private void begin(String topic) throws MqttTrouble, InterruptedException {
    client.publishes(MqttGlobalPublishFilter.ALL, true).subscribe(messages);
    Mqtt5AsyncClient async = client.toAsync();
    await(
        async
            .connectWith()
            .cleanStart(false)
            .sessionExpiryInterval(KEPT_FOR_US.toSeconds())
            .keepAlive(KEEP_ALIVE_SECONDS)
            .restrictions()
            .maximumPacketSize(LONGEST_BYTES)
            .applyRestrictions()
            .send(),
        "unreachable");
    await(
        async
            .subscribeWith()
            .topicFilter(topic)
            .qos(MqttQos.AT_LEAST_ONCE)
            .retainHandling(Mqtt5RetainHandling.SEND_IF_SUBSCRIPTION_DOES_NOT_EXIST)
            .send(),
        "not-subscribed");
  }

  private static void await(CompletableFuture<?> answer, String otherwise)
      throws MqttTrouble, InterruptedException {
    try {
      answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw MqttTrouble.of(otherwise, e);
    } catch (TimeoutException e) {
      throw new MqttTrouble("no-answer", e);
    }
  }

  /**
   * Waits until it has ended, whoever ended it, or until it should: more came than can be held, and
   * what was held is kept.
   *
   * @return why, in a word
   */
  String awaitEnd() throws InterruptedException {
    long begun = 0;
    while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (messages.tooMany) {
        begun = begun == 0 ? System.nanoTime() : begun;
        if (messages.here.get() == 0 || System.nanoTime() - begun > LONGEST_DRAIN_NANOS) {
          break;
        }
      }
    }
    return messages.tooMany ? "too-many-at-once" : "lost";
  }

  /**
   * Ends it; the broker goes on keeping what comes. What nobody takes any more the library tells
   * the broker to forget, so it must not come any more before nobody takes it.
   */
  @Override
  public void close() {
    ended.countDown();
    var unused = client.toAsync().disconnect().whenComplete((done, failure) -> messages.end());
    inbox.forgetStale();
  }

  private boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /**
   * Takes what comes. How much the broker lets out at a time is its own setting; where that is more
   * than can be held, the connection ends, and it goes on with the next one. (MQTT has a limit that
   * the client tells, but Mosquitto 2.0.11 lets one more out than that, each time anew.)
   */
  private final class Messages implements Subscriber<Mqtt5Publish> {
    private final AtomicInteger here = new AtomicInteger();
    private volatile boolean tooMany;
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();

    @Override
    public void onSubscribe(Subscription mine) {
      subscription.complete(mine);
      mine.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Mqtt5Publish message) {
      if (hasEnded() || tooMany) {
        return;
      }
      tooMany = here.incrementAndGet() >= mostHere;
      inbox.put(
          new MqttMessage(
              userOf(message.getTopic().getLevels()),
              message.getPayloadAsBytes(),
              MqttConnection.this::hasEnded,
              () -> done(message)));
    }

    private void done(Mqtt5Publish message) {
      try {
        message.acknowledge();
        here.decrementAndGet();
      } catch (RejectedExecutionException e) {
        // The connection has ended meanwhile; the broker brings it again, and it counts once.
        ended.countDown();
      }
    }

    void end() {
      var unused = subscription.thenAccept(Subscription::cancel);
    }

    @Override
    public void onError(Throwable cause) {
      ended.countDown();
    }

    @Override
    public void onComplete() {
      ended.countDown();
    }
  }

  /** The last level but one, as OwnTracks has it: …/user/device. */
  private static String userOf(List<String> levels) {
    return levels.size() < 2 ? "" : levels.get(levels.size() - 2);
  }
}
