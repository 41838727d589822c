package org.wangge.server.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.wangge.audit.Digest;

/** Signs where the chain stands, with Ed25519. Thread-safe. */
public final class HeadKey {
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final PublicKey open;

  private HeadKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /** A new pair, as bytes to keep: the length of the secret part, that part, the public part. */
  public static byte[] fresh() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] first = pair.getPrivate().getEncoded();
      byte[] second = pair.getPublic().getEncoded();
      byte[] both = new byte[1 + first.length + second.length];
      both[0] = (byte) first.length;
      System.arraycopy(first, 0, both, 1, first.length);
      System.arraycopy(second, 0, both, 1 + first.length, second.length);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java from 15 on has Ed25519", e);
    }
  }

  /** Reads such bytes. */
  public static HeadKey of(byte[] kept) {
    try {
      int end = 1 + kept[0];
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      return new HeadKey(
          keys.generatePrivate(new PKCS8EncodedKeySpec(Arrays.copyOfRange(kept, 1, end))),
          keys.generatePublic(new X509EncodedKeySpec(Arrays.copyOfRange(kept, end, kept.length))));
    } catch (GeneralSecurityException | IndexOutOfBoundsException e) {
      throw new IllegalStateException("the key of the audit's head cannot be read", e);
    }
  }

  SignedHead sign(long number, Digest chain, Instant at) {
    try {
      Signature signing = Signature.getInstance(ALGORITHM);
      signing.initSign(secret);
      signing.update(SignedHead.signedText(number, chain, at));
      return new SignedHead(number, chain, at, HexFormat.of().formatHex(signing.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the audit's head cannot be signed", e);
    }
  }

  /** Whether a head bears this key's signature. */
  boolean signed(SignedHead head) {
    try {
      Signature checking = Signature.getInstance(ALGORITHM);
      checking.initVerify(open);
      checking.update(head.signedText());
      return checking.verify(head.signatureBytes());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The public part, as others check signatures with it: X.509 in hexadecimal digits. */
  String publicKey() {
    return HexFormat.of().formatHex(open.getEncoded());
  }
}
