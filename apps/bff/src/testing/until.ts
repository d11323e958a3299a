/** Waits for a condition; a test that waits in vain says for what. */
export const until = async <T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = 15_000,
): Promise<T> => {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  throw new Error(`Waited in vain: ${what}`);
};
