/** Its own typings cannot be found through its package's `exports`. */
declare module 'tinykeys' {
  export const tinykeys: (
    target: Window | HTMLElement,
    bindings: Readonly<Record<string, (event: KeyboardEvent) => void>>,
  ) => () => void;
}
