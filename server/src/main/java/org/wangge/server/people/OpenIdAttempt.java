package org.wangge.server.people;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * What a browser takes along to the provider and back, sealed, so that nobody finishes what
 * somebody else has begun.
 *
 * @param state what the provider sends back
 * @param nonce what the ID token must hold
 * @param verifier what only we can show for the code (PKCE)
 * @param redirect where the provider sends the browser
 * @param account that is to be linked; empty for signing in
 * @param session that asked for it, or hash of the secret of the one that is to end
 */
record OpenIdAttempt(
    String state,
    Nonce nonce,
    CodeVerifier verifier,
    URI redirect,
    String account,
    String session) {

  static OpenIdAttempt begun(String state, URI redirect, String account, String session) {
    return new OpenIdAttempt(state, new Nonce(), new CodeVerifier(), redirect, account, session);
  }

  boolean isLink() {
    return !account.isEmpty();
  }

  /** As a note that is kept until an instant. */
  OpenIdNotes.Note note(Instant until) {
    return new OpenIdNotes.Note(
        state,
        until,
        Map.of(
            "nonce", nonce.getValue(),
            "verifier", verifier.getValue(),
            "redirect", redirect.toString(),
            "account", account,
            "session", session));
  }

  static OpenIdAttempt of(OpenIdNotes.Note note) {
    return new OpenIdAttempt(
        note.id(),
        new Nonce(note.get("nonce")),
        new CodeVerifier(note.get("verifier")),
        URI.create(note.get("redirect")),
        note.get("account"),
        note.get("session"));
  }

  @Override
  public String toString() {
    return "OpenIdAttempt";
  }
}
