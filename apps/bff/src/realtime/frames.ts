/** JSON text that is sent as it is: serialised once, however many listen. */
export class Frame {
  constructor(readonly json: string) {}
}

const head = (topic: string, prev: number, position: number): string =>
  `{"topic":"${topic}","prev":${prev},"position":${position},`;

export const rowsFrame = (
  topic: string,
  prev: number,
  position: number,
  changed: readonly string[],
  removed: readonly string[],
): Frame =>
  new Frame(`${head(topic, prev, position)}"changed":[${changed.join(',')}],"removed":${JSON.stringify(removed)}}`);

export const eventsFrame = (topic: string, prev: number, position: number, events: readonly string[]): Frame =>
  new Frame(`${head(topic, prev, position)}"events":[${events.join(',')}]}`);
