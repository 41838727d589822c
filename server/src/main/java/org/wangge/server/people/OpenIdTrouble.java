package org.wangge.server.people;

/** Single sign-on that cannot be used as it is set up; the message says where and what to do. */
public final class OpenIdTrouble extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  OpenIdTrouble(String message) {
    super(message);
  }
}
