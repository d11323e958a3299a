export interface IdGenerator {
  /** UUIDv7: sorts by time. */
  id(): string;
  /** 256 random bits, base64url: for sessions and one-time links. */
  secret(): string;
}
