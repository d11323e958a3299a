// Runs in the page before anything else, through the debugger: a content security policy does not hold it back. Not
// TypeScript, since what compiles that adds helpers that no page has.
{
  const ROWS_OF_BOARD = 30;

  /** A frame that was asked for is on its way to the screen when the next task runs. @param {(ms: number) => void} run */
  const afterPaint = (run) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => run(performance.now()));
      port1.start();
      port2.postMessage(0);
    });

  /** @param {(records: readonly MutationRecord[]) => boolean} found @returns {Promise<number>} */
  const whenChanged = (found) =>
    new Promise((resolve) => {
      const observer = new MutationObserver((records) => {
        if (!found(records)) return;
        observer.disconnect();
        afterPaint(resolve);
      });
      observer.observe(document, { childList: true, subtree: true, characterData: true });
    });

  /** @param {Node} node @param {string} text */
  const holds = (node, text) => node.textContent?.includes(text) === true;

  /** @type {any} */
  const bench = {
    shifts: 0,
    interactions: [],
    painted: (/** @type {string} */ text) =>
      whenChanged((records) =>
        records.some(
          ({ type, target, addedNodes }) =>
            (type === 'characterData' && holds(target, text)) || [...addedNodes].some((node) => holds(node, text)),
        ),
      ),
  };
  window.bench = bench;

  const isBoard = () => document.querySelectorAll('li a[href^="/incidents/"]').length >= ROWS_OF_BOARD;
  void whenChanged(isBoard).then((ms) => (bench.boardMs = ms));

  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') bench.enteredMs = event.timeStamp;
    },
    true,
  );

  /** @param {object} options @param {(entry: any) => void} take */
  const each = (options, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ ...options, buffered: true });

  each({ type: 'largest-contentful-paint' }, ({ startTime }) => (bench.lcpMs = startTime));
  each({ type: 'layout-shift' }, ({ value, hadRecentInput }) => {
    if (!hadRecentInput) bench.shifts += value;
  });
  each({ type: 'event', durationThreshold: 16 }, ({ interactionId, name, duration }) => {
    if (interactionId !== 0) bench.interactions.push({ id: interactionId, type: name, ms: duration });
  });
}
