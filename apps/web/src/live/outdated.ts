/** The server says something that this page does not know: a newer build is there. */
export class OutdatedError extends Error {
  constructor(what: string) {
    super(`This page is older than its server: ${what}.`);
    this.name = 'OutdatedError';
  }
}
