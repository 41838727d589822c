package org.wangge.server.people;

/** Signing in with a provider came to nothing; told to whoever tried by its code. */
final class OpenIdRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** Nothing was begun here, or too long ago, or it was used before, or in another browser. */
  static final String REQUEST_UNKNOWN = "openid-request-unknown";

  /** What came back is not what a provider would say to us, or not now. */
  static final String ANSWER_REFUSED = "openid-answer-refused";

  /** Somebody changed their mind at the provider. */
  static final String CANCELLED = "openid-cancelled";

  /** The provider does not answer, or makes no sense. */
  static final String PROVIDER_DOWN = "openid-provider-down";

  /** Nobody here is linked with whom the provider names. */
  static final String IDENTITY_UNKNOWN = "openid-identity-unknown";

  /** The account is not to be used. */
  static final String ACCOUNT_OFF = "openid-account-off";

  private final String code;

  /**
   * A refusal.
   *
   * @param code stable, a key of the message catalogs
   * @param why for the log; holds nothing of whoever tried
   */
  OpenIdRefusal(String code, String why) {
    super(why);
    this.code = code;
  }

  String code() {
    return code;
  }
}
