const HEIGHT = '1.75rem';
const ICON = '/favicon-drill.svg';

/** Makes room for the strip above everything, and marks the tab of the browser. Answers what undoes it. */
export const markPage = (page: Document): (() => void) => {
  const { style } = page.documentElement;
  const icon = page.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const former = icon?.getAttribute('href') ?? '';
  style.setProperty('--above', HEIGHT);
  icon?.setAttribute('href', ICON);
  return () => {
    style.removeProperty('--above');
    icon?.setAttribute('href', former);
  };
};
