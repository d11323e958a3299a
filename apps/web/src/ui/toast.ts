import { create } from 'zustand';
import { createPausableTimer, type PausableTimer } from './pausable-timer.ts';

const READ_MS = 5_000;
/** Long enough to read, to think again and to take it back. */
const ACT_MS = 10_000;
const AT_MOST = 3;

export type ToastTone = 'neutral' | 'ok' | 'alarm';

export type Toast = {
  /** A toast with the id of one that is shown takes its place. */
  readonly id?: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly tone?: ToastTone;
  readonly action?: { readonly label: string; run(): void } | undefined;
  /** `Infinity` stays until somebody closes it. */
  readonly lastsMs?: number;
};

export type ShownToast = Toast & { readonly id: string; readonly said: number };

type ToastStore = { readonly toasts: readonly ShownToast[] };

export const useToasts = create<ToastStore>(() => ({ toasts: [] }));

const timers = new Map<string, PausableTimer>();
let count = 0;
let held = false;

const stopTimer = (id: string): void => {
  timers.get(id)?.stop();
  timers.delete(id);
};

export const dismissToast = (id: string): void => {
  stopTimer(id);
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
  if (useToasts.getState().toasts.length === 0) held = false;
};

export const dismissAllToasts = (): void => {
  for (const { id } of useToasts.getState().toasts) dismissToast(id);
};

/** Callable from everywhere; answers with the id to dismiss it by. */
export const showToast = (toast: Toast): string => {
  count += 1;
  const id = toast.id ?? `toast-${count}`;
  const shown: ShownToast = { ...toast, id, said: count };
  const { toasts } = useToasts.getState();
  const replaces = toasts.some((other) => other.id === id);
  const next = replaces ? toasts.map((other) => (other.id === id ? shown : other)) : [...toasts, shown];
  for (const { id: old } of next.slice(0, -AT_MOST)) stopTimer(old);
  useToasts.setState({ toasts: next.slice(-AT_MOST) });
  stopTimer(id);
  const lastsMs = toast.lastsMs ?? (toast.action === undefined ? READ_MS : ACT_MS);
  const timer = createPausableTimer(lastsMs, () => dismissToast(id));
  timers.set(id, timer);
  if (!held) timer.run();
  return id;
};

/** Nothing goes away while somebody points at it or is in it. */
export const holdToasts = (hold: boolean): void => {
  if (hold === held) return;
  held = hold;
  for (const timer of timers.values()) {
    if (hold) timer.pause();
    else timer.run();
  }
};
