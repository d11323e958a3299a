const REST_MS = 450;
const LEAVE_MS = 120;
/** Whoever reads one tooltip after the other does not wait for each. */
const WARM_MS = 400;

export type Tipped = { readonly dataset: Readonly<Record<string, string | undefined>> };
export type ShownTip<Element extends Tipped = HTMLElement> = {
  readonly anchor: Element;
  readonly label: string;
  readonly keys: string | undefined;
};

export type TipWatch<Element extends Tipped = HTMLElement> = {
  /** The pointer rests on it, or on nothing. */
  point(element: Element | undefined): void;
  show(element: Element): void;
  /** The pointer is on the tooltip itself. */
  stay(): void;
  /** Answers whether there was one. */
  hide(): boolean;
};

export const createTipWatch = <Element extends Tipped>(
  onShow: (tip: ShownTip<Element> | undefined) => void,
): TipWatch<Element> => {
  let shown: Element | undefined;
  let pointed: Element | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hiddenAt = -Infinity;

  const stay = (): void => {
    clearTimeout(timer);
    pointed = shown;
  };
  const hide = (): boolean => {
    clearTimeout(timer);
    if (shown === undefined) return false;
    shown = undefined;
    hiddenAt = Date.now();
    onShow(undefined);
    return true;
  };
  const show = (element: Element): void => {
    clearTimeout(timer);
    const { tip: label, tipKeys: keys } = element.dataset;
    if (label === undefined || label === '') return;
    shown = element;
    onShow({ anchor: element, label, keys });
  };
  const point = (element: Element | undefined): void => {
    if (element === pointed) return;
    pointed = element;
    clearTimeout(timer);
    if (element === undefined) timer = setTimeout(hide, LEAVE_MS);
    else if (element !== shown) {
      const warm = shown !== undefined || Date.now() - hiddenAt < WARM_MS;
      timer = setTimeout(() => show(element), warm ? 0 : REST_MS);
    }
  };
  return { point, show, stay, hide };
};
