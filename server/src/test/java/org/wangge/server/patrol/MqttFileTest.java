package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MqttFileTest {
  private static final String ACL = "\"brokerEnforcesAcl\":true";

  @TempDir Path folder;

  private void write(String text, String permissions) throws IOException {
    Path file = folder.resolve(MqttFile.NAME);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void without_the_file_there_is_no_broker() {
    assertThat(MqttFile.read(folder)).isEmpty();
  }

  @Test
  void what_is_not_said_is_as_own_tracks_has_it_and_no_text_of_it_tells_the_password()
      throws IOException {
    write(
        "{\"url\":\"ssl://broker.example\",\"user\":\"u\",\"password\":\"p1\",%s}".formatted(ACL),
        "rw-------");
    MqttSettings settings = MqttFile.read(folder).orElseThrow();
    assertThat(settings.url()).isEqualTo("ssl://broker.example:8883");
    assertThat(settings.topic()).isEqualTo("owntracks/+/+");
    assertThat(settings.clientId()).isEqualTo("wangge");
    assertThat(settings.password()).isEqualTo("p1");
    assertThat(settings.toString()).doesNotContain("p1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"url":"tcp://127.0.0.1"}|brokerEnforcesAcl
          {"url":"tcp://127.0.0.1",ACL,"port":1}|'port'
          {"url":"tcp://192.0.2.7",ACL}|unencrypted
          {"url":"http://127.0.0.1",ACL}|ssl://broker.example:8883
          {"url":"ssl://u:p@127.0.0.1",ACL}|ssl://broker.example:8883
          {"url":"tcp://127.0.0.1","topic":"owntracks/#",ACL}|topic
          {"url":"tcp://127.0.0.1","topic":"+/+/+",ACL}|topic
          {"url":"tcp://127.0.0.1","clientId":"a/b",ACL}|clientId
          {"url":"tcp://127.0.0.1","ca":"none.pem",ACL}|ca
          {"url":"tcp://127.0.0.1","user":7,ACL}|user
          {"url":|JSON
          """)
  void what_cannot_be_right_is_refused_with_what_is_wrong(String text, String word)
      throws IOException {
    write(text.replace("ACL", ACL), "rw-------");
    assertThatThrownBy(() -> MqttFile.read(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(word);
  }

  @Test
  void a_way_that_is_private_in_itself_may_be_unencrypted() throws IOException {
    write("{\"url\":\"tcp://192.0.2.7:1\",\"unencrypted\":true,%s}".formatted(ACL), "rw-------");
    assertThat(MqttFile.read(folder).orElseThrow().url()).isEqualTo("tcp://192.0.2.7:1");
  }

  @Test
  void a_file_that_others_can_read_is_refused() throws IOException {
    write("{\"url\":\"tcp://127.0.0.1\",%s}".formatted(ACL), "rw-r--r--");
    assertThatThrownBy(() -> MqttFile.read(folder)).hasMessageContaining("chmod 600");
  }
}
