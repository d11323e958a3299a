/** Runs work with the same key in the order it was given, and everything else at once. */
export class OrderedWork {
  readonly #last = new Map<string, Promise<unknown>>();

  run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key);
    // Whether the one before failed is for whoever asked for it.
    const result = before === undefined ? work() : before.then(work, work);
    this.#last.set(key, result);
    const done = () => {
      if (this.#last.get(key) === result) this.#last.delete(key);
    };
    result.then(done, done);
    return result;
  }
}
