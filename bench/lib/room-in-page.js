// Runs in the page before anything else, as in-page.js does: what a room is asked about.
{
  /** @param {(ms: number) => void} run */
  const afterPaint = (run) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => run(performance.now()));
      port1.start();
      port2.postMessage(0);
    });

  const log = () => document.querySelector('[role="log"]') ?? document.documentElement;

  /** @type {any} */
  const room = { keys: [], frames: [], moves: [], newest: undefined };
  window.room = room;

  const NEWEST = 'The newest of all';
  room.newestMs = new Promise((resolve) => {
    const look = () => {
      // Not while it is only in the margin of what is drawn: it has to be where somebody sees it.
      const last = [...log().querySelectorAll('li')].findLast((row) => row.textContent?.includes(NEWEST));
      if (last !== undefined && last.getBoundingClientRect().bottom <= innerHeight) afterPaint(resolve);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

  /** From the press of a key to the frame that shows what it did. */
  room.watchKeys = () => {
    const take = (/** @type {KeyboardEvent} */ { timeStamp }) =>
      afterPaint((ms) => {
        room.keys.push(ms - timeStamp);
      });
    window.addEventListener('keydown', take, true);
  };

  /** How long each frame took to come after the one before. */
  room.watchFrames = () => {
    let before = performance.now();
    const look = () => {
      const now = performance.now();
      room.frames.push(now - before);
      before = now;
      if (!room.stopped) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };

  /** By how much the entry in the middle of the view is elsewhere in any frame. */
  room.watchRead = () => {
    const box = log().getBoundingClientRect();
    const row = [...log().querySelectorAll('li')].find(
      (one) => one.getBoundingClientRect().top > box.top + box.height / 3 && one.textContent !== '',
    );
    const top = () => row?.getBoundingClientRect().top ?? Number.NaN;
    const start = top();
    const look = () => {
      room.moves.push(row?.isConnected ? Math.abs(top() - start) : Infinity);
      if (!room.stopped) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
}
