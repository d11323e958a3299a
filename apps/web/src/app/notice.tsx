import { useEffect } from 'react';

const SHOWN_MS = 8_000;

type Props = { text: string | undefined; onOver: () => void };

/** Says why a key did nothing. There from the first render, so that it is read out. */
export const Notice = ({ text, onOver }: Props) => {
  useEffect(() => {
    if (text === undefined) return undefined;
    const timer = setTimeout(onOver, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, onOver]);
  return (
    <output className="pointer-events-none fixed inset-x-0 bottom-16 z-20 grid justify-items-center px-4 sm:bottom-6">
      {text === undefined ? null : (
        <span className="rounded-m border border-border-strong bg-raised px-4 py-2 shadow-lg">{text}</span>
      )}
    </output>
  );
};
