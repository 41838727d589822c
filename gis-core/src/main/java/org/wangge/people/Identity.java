package org.wangge.people;

import java.time.Instant;

/**
 * Somebody as a provider of single sign-on knows them, linked to an account here. Provider and
 * subject together are one person for ever; names and addresses of mail change hands and are never
 * asked for.
 *
 * @param id its number, which stands in events and audit in place of the subject
 * @param account id of the account it opens
 * @param issuer address of the provider, exactly as it names itself
 * @param subject what the provider calls the person
 * @param linkedBy id of the account that linked it
 * @param linkedAt when
 */
public record Identity(
    long id, String account, String issuer, String subject, String linkedBy, Instant linkedAt) {

  /** As many characters as OpenID Connect Core 1.0, section 2, lets a subject have. */
  public static final int LONGEST_SUBJECT = 255;
}
