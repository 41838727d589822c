package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.people.SessionLimits;
import org.wangge.server.people.OpenIdSettings.Strong;

class OpenIdFileTest {
  private static final String LEAST =
      """
      {"issuer":"https://id.example/realm","clientId":"wangge","clientSecret":"s",
       "name":{"zh":"市统一身份","en":"City ID"}}
      """;

  @TempDir Path folder;

  @Test
  void without_the_file_there_is_no_single_sign_on() {
    assertThat(OpenIdFile.read(folder)).isEmpty();
  }

  @Test
  void the_least_that_is_needed_counts_nothing_as_a_second_factor() throws IOException {
    OpenIdSettings read = read(LEAST);
    assertThat(read.issuer().getValue()).isEqualTo("https://id.example/realm");
    assertThat(read.client().getValue()).isEqualTo("wangge");
    assertThat(read.secret().getValue()).isEqualTo("s");
    assertThat(read.nameZh()).isEqualTo("市统一身份");
    assertThat(read.addressOrNull()).isNull();
    assertThat(read.strong()).isEqualTo(Strong.NEVER);
    assertThat(read.most()).isEqualTo(SessionLimits.LONGEST);
    assertThat(read.endsAtProvider()).isFalse();
    assertThat(read.toString()).doesNotContain("secret").doesNotContain("=s");
  }

  @Test
  void everything_can_be_said() throws IOException {
    OpenIdSettings read =
        read(
            LEAST.strip().substring(0, LEAST.strip().length() - 1)
                + """
                ,"address":"https://wangge.example:8443/",
                "secondFactor":{"acr":["gold"],"amr":["otp","hwk"]},
                "session":{"idleMinutes":30},"endSessionAtProvider":true}
                """);
    assertThat(read.addressOrNull()).isEqualTo("https://wangge.example:8443");
    assertThat(read.strong()).isEqualTo(new Strong(Set.of("gold"), Set.of("hwk", "otp")));
    assertThat(read.most())
        .isEqualTo(new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(24)));
    assertThat(read.endsAtProvider()).isTrue();
  }

  @Test
  void a_secret_that_others_can_read_is_refused_wherever_it_lies() throws IOException {
    write("openid.json", LEAST, "rw-r--r--");
    assertThatThrownBy(() -> OpenIdFile.read(folder))
        .isInstanceOf(OpenIdTrouble.class)
        .hasMessageContaining("can be read by others")
        .hasMessageContaining("chmod 600");
    String apart = LEAST.replace("\"clientSecret\":\"s\"", "\"clientSecretFile\":\"client\"");
    write("openid.json", apart, "rw-r--r--");
    assertThatThrownBy(() -> OpenIdFile.read(folder)).hasMessageContaining("cannot be read");
    write("client", "apart\n", "rw-r-----");
    assertThatThrownBy(() -> OpenIdFile.read(folder))
        .hasMessageContaining("clientSecretFile can be read by others");
    write("client", "apart\n", "rw-------");
    assertThat(OpenIdFile.read(folder).orElseThrow().secret().getValue()).isEqualTo("apart");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"clientId\"|\"client_id\"|client_id means nothing here|clientId",
        "{\"zh\"|{\"de\":\"x\",\"zh\"|name.de means nothing here|en, zh",
        "https://id.example/realm|http://id.example/realm|issuer is not HTTPS|https address",
        "https://id.example/realm|https://id.example?x|issuer is no address|copy it",
        "https://id.example/realm|id example|issuer is no address|https://",
        "\"wangge\"|7|clientId is missing or no text|in quotes",
        "\"City ID\"|\"\"|name.en is missing or no text|in quotes",
        "\"clientSecret\":\"s\",|''|clientSecret is missing|clientSecretFile",
        "\"s\"|\"s\",\"clientSecret\":\"t\"|is no JSON, or a member stands there twice|comma",
        "\"s\"|\"s\",\"session\":{\"idleMinutes\":0}|session.idleMinutes is no number|1 to 1440",
        "\"s\"|\"s\",\"secondFactor\":{}|secondFactor names no word|leave it out",
        "\"s\"|\"s\",\"secondFactor\":{\"amr\":\"otp\"}|secondFactor.amr is no list|word",
        "\"s\"|\"s\",\"address\":\"https://a.example/x\"|address is not where|host name",
        "\"s\"|\"s\",\"endSessionAtProvider\":1|endSessionAtProvider is neither|without quotes"
      })
  void what_is_wrong_is_told_with_its_place_and_mend(
      String right, String wrong, String told, String mend) throws IOException {
    write("openid.json", LEAST.replace(right, wrong), "rw-------");
    assertThatThrownBy(() -> OpenIdFile.read(folder))
        .isInstanceOf(OpenIdTrouble.class)
        .hasMessageContaining("openid.json")
        .hasMessageContaining(told)
        .hasMessageContaining(mend);
  }

  @Test
  void plain_http_is_for_a_provider_on_this_machine() throws IOException {
    for (String issuer :
        new String[] {"http://localhost:9/x", "http://127.0.0.1", "http://[::1]"}) {
      assertThat(read(LEAST.replace("https://id.example/realm", issuer)).issuer().getValue())
          .isEqualTo(issuer);
    }
  }

  private OpenIdSettings read(String text) throws IOException {
    write("openid.json", text, "rw-------");
    return OpenIdFile.read(folder).orElseThrow();
  }

  private void write(String name, String text, String permissions) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
