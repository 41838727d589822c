package org.wangge.server.people;

import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.people.SessionLimits;
import org.wangge.server.http.NumericAddress;

/**
 * How single sign-on is set up, as {@code DIR/openid.json} says it.
 *
 * @param issuer the provider, letter by letter as it names itself
 * @param client as whom this installation is known there
 * @param secret what proves that it is this installation
 * @param nameZh what the button calls the provider, in Chinese
 * @param nameEn the same in English
 * @param addressOrNull address of this installation as people type it, without a slash at the end;
 *     null takes what each request says
 * @param strong what of a provider's word counts as a second factor
 * @param most no session that began so lasts longer
 * @param endsAtProvider whether signing out here signs out there too
 */
record OpenIdSettings(
    Issuer issuer,
    ClientID client,
    Secret secret,
    String nameZh,
    String nameEn,
    @Nullable String addressOrNull,
    Strong strong,
    SessionLimits most,
    boolean endsAtProvider) {

  /**
   * What counts as a second factor: any one of these words is enough. Nothing counts unless it is
   * named here.
   *
   * @param acr words for how well somebody was recognised (authentication context class)
   * @param amr words for what they showed (RFC 8176), such as {@code otp} or {@code hwk}
   */
  record Strong(Set<String> acr, Set<String> amr) {
    static final Strong NEVER = new Strong(Set.of(), Set.of());

    Strong {
      acr = Set.copyOf(acr);
      amr = Set.copyOf(amr);
    }
  }

  /**
   * Whether what is sent to an address can be read on the way by nobody: HTTPS, or a provider on
   * this very machine.
   */
  static boolean isSafe(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = address.getHost();
    return host != null
        && (scheme.equals("https")
            || (scheme.equals("http")
                && (host.equals("localhost") || NumericAddress.isLoopback(bare(host)))));
  }

  private static String bare(String host) {
    return host.replaceAll("[\\[\\]]", "");
  }

  @Override
  public String toString() {
    return "OpenIdSettings of " + issuer;
  }
}
