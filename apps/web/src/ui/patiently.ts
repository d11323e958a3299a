const AGAIN_AFTER_MS = 2_000;

type Surroundings = {
  /** As far as is known without asking. */
  readonly seemsThere: () => boolean;
  readonly isServerThere: () => Promise<boolean>;
  readonly pause: () => Promise<void>;
};

let seemsThere = (): boolean => true;

/** Tells whether the server is out of reach as far as is known; else nobody knows before a part could not be loaded. */
export const partsComeWhile = (isLive: () => boolean): void => {
  seemsThere = isLive;
};

const browser: Surroundings = {
  seemsThere: () => seemsThere(),
  isServerThere: async () => {
    try {
      return (await fetch('/healthz', { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  },
  pause: () => new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS)),
};

let needed = (): Promise<unknown> => Promise.resolve();

/** What has to be there, too, before any part that comes later is shown; asked for with each of them. */
export const everyPartNeeds = (load: () => Promise<unknown>): void => {
  needed = load;
};

/**
 * Loads a part of the app; without a network, as soon as there is one again. Only a server that is there and does not
 * have it makes it fail: then the page is older than the server. Chromium does not fetch anew what it failed to fetch
 * once, so that nothing is asked for while it is known that nobody answers.
 */
export const patiently =
  <Module>(load: () => Promise<Module>, surroundings: Surroundings = browser) =>
  async (): Promise<Module> => {
    const { isServerThere, pause } = surroundings;
    let serverAnswered = false;
    while (!surroundings.seemsThere() && !(await isServerThere())) await pause();
    for (;;) {
      try {
        const [module] = await Promise.all([load(), needed()]);
        return module;
      } catch (error) {
        if (serverAnswered) throw error;
      }
      serverAnswered = await isServerThere();
      if (!serverAnswered) await pause();
    }
  };
