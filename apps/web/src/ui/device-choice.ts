const YEAR_S = 365 * 86_400;

type Choices = 'theme' | 'density';

/** What the server has stamped on the page. */
export const stampedChoice = <Value extends string>(name: Choices, values: readonly Value[]): Value | undefined =>
  values.find((value) => value === document.documentElement.dataset[name]);

/** The attribute shows the choice at once; by the cookie the server stamps the next page before its first paint. */
export const chooseOnDevice = (name: Choices, value: string): void => {
  document.cookie = `sitrep-${name}=${value}; path=/; max-age=${YEAR_S}; samesite=lax`;
  document.documentElement.dataset[name] = value;
};
