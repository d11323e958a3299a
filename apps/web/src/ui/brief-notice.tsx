import { useCallback, useEffect, useState, type ReactNode } from 'react';

const SHOWN_MS = 5_000;

/** A sentence that answers a key and goes by itself. The region is there before it speaks, or nobody would hear it. */
export const useBriefNotice = (): { notice: ReactNode; say: (text: string) => void } => {
  const [said, setSaid] = useState<{ readonly text: string }>();
  const say = useCallback((text: string) => setSaid({ text }), []);
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const notice = (
    <output className="pointer-events-none absolute inset-x-0 bottom-24 z-10 grid justify-items-center px-4">
      {said === undefined ? null : (
        <span className="max-w-md rounded-m border border-border-strong bg-raised px-3 py-2 shadow-popup">
          {said.text}
        </span>
      )}
    </output>
  );
  return { notice, say };
};
