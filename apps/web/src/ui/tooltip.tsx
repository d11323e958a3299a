import { cloneElement, type ReactElement } from 'react';

export type Tip = { readonly 'data-tip'?: string | undefined; readonly 'data-tip-keys'?: string | undefined };

/** Attributes of an element that explains itself under the pointer, in focus, and to a tap where it is blocked. */
export const tip = (label: string | undefined, keys?: string): Tip =>
  label === undefined ? {} : { 'data-tip': label, ...(keys === undefined ? {} : { 'data-tip-keys': keys }) };

/**
 * For sight only: what a screen reader needs is in the name or the description of the element.
 * `keys` as the registry writes them: `Mod+K`, `g b`.
 */
export const Tooltip = ({ label, keys, children }: { label: string; keys?: string; children: ReactElement<Tip> }) =>
  cloneElement(children, tip(label, keys));
