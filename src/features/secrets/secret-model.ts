/** What kinds of secrets a text is refused for. */

export const secretKinds = ['key', 'token', 'private-key', 'address', 'webhook', 'password'] as const;

/** `address` is one with a password inside, `token` a signed one (JWT), `key` any other that a service gave out. */
export type SecretKind = (typeof secretKinds)[number];

/** A secret that was found in a text, told without the secret. */
export interface SecretTold {
  kind: SecretKind;
  /** Whose key it is, such as `GitHub`; null when that cannot be told. */
  service: string | null;
  /** The line it stands in, with every secret masked; short, on one line, without backticks. */
  line: string;
}
