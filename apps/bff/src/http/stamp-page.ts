const SCHEMES: Readonly<Record<string, 'light' | 'dark'>> = { light: 'light', dark: 'dark', tv: 'dark' };
const DENSITIES = new Set(['compact', 'comfy']);

export type Look = { readonly theme?: string | undefined; readonly density?: string | undefined };

/** Which of the two colours of the browser's own bar holds is asked of the system only where nobody has chosen. */
const stampScheme = (page: string, scheme: 'light' | 'dark'): string =>
  (['light', 'dark'] as const).reduce(
    (stamped, one) =>
      stamped.replace(
        `data-scheme="${one}" media="(prefers-color-scheme: ${one})"`,
        `data-scheme="${one}" media="${one === scheme ? 'all' : 'not all'}"`,
      ),
    page,
  );

/** The choices of a reader's device, which only ever are one of ours. */
export const stampPage = (page: string, { theme = '', density = '' }: Look): string => {
  const scheme = Object.hasOwn(SCHEMES, theme) ? SCHEMES[theme] : undefined;
  const themed =
    scheme === undefined ? page : stampScheme(page.replace('data-theme="system"', `data-theme="${theme}"`), scheme);
  return DENSITIES.has(density) ? themed.replace('data-density="default"', `data-density="${density}"`) : themed;
};
