const AGAIN_AFTER_MS = 2_000;

type Surroundings = { readonly isServerThere: () => Promise<boolean>; readonly pause: () => Promise<void> };

const browser: Surroundings = {
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
 * have it makes it fail: then the page is older than the server.
 */
export const patiently =
  <Module>(load: () => Promise<Module>, { isServerThere, pause }: Surroundings = browser) =>
  async (): Promise<Module> => {
    let serverAnswered = false;
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
