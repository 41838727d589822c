/** What the page where phones learn to trust this server is made of. */

/** The local authority, as `/ca/authority.json` tells it. */
interface TrustedAuthority {
  name: string;
  /** SHA-256 of its certificate, in groups of four digits. */
  fingerprint: string[];
  endsAt: string;
  /** What the server is called in its certificate. */
  names: string[];
  /** Of this page, as a phone reaches it. */
  address: string;
  /** Of the certificate. */
  download: string;
  /** Of the first page over HTTPS. */
  home: string;
}
interface TrustState {
  lang: Lang;
  theme: Theme;
  authority: TrustedAuthority | null;
  problem: ProblemBody | null;
}
interface TrustPage {
  store: StoreOf<TrustState, Partial<TrustState>>;
  words(): Words;
}
