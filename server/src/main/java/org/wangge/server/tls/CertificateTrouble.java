package org.wangge.server.tls;

/**
 * A certificate, a key or an authority that cannot be used; the message says why and what to do.
 */
public final class CertificateTrouble extends IllegalStateException {

  CertificateTrouble(String message) {
    super(message);
  }

  CertificateTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
