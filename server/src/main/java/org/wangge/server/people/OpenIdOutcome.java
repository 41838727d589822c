package org.wangge.server.people;

import java.time.Instant;
import java.util.Map;

/**
 * What became of an attempt, sealed in the browser that made it: no address can tell anybody
 * something that did not happen.
 *
 * @param id used up with it
 * @param kind what
 * @param code of the refusal; empty otherwise
 * @param subject whom the provider names; empty where that is not told
 * @param account whom it is about; empty where that is nobody
 * @param session that may link, or hash of the secret of the one that is to end
 */
record OpenIdOutcome(
    String id, Kind kind, String code, String subject, String account, String session) {

  /** What can become of one. */
  enum Kind {
    /** Nothing; the code tells why. */
    REFUSED("refused"),
    /** The provider vouches, and the account asks for a code too. */
    CODE_NEEDED("code-needed"),
    /** The provider vouches, and the session that asked may link. */
    LINK_PROVED("link-proved");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  OpenIdNotes.Note note(Instant until) {
    return new OpenIdNotes.Note(
        id,
        until,
        Map.of(
            "kind", kind.name(),
            "code", code,
            "subject", subject,
            "account", account,
            "session", session));
  }

  static OpenIdOutcome of(OpenIdNotes.Note note) {
    return new OpenIdOutcome(
        note.id(),
        Kind.valueOf(note.get("kind")),
        note.get("code"),
        note.get("subject"),
        note.get("account"),
        note.get("session"));
  }
}
