import { loadPopups, usePopups } from './popups/load.ts';
import { Toaster } from './toaster.tsx';
import { useWhenIdle } from './use-when-idle.ts';

const Tooltips = () => {
  const popups = usePopups(false);
  return popups === undefined ? null : <popups.TooltipLayer />;
};

/** Once in a page: its messages and tooltips; fetches what floats before somebody needs it. */
export const UiLayers = () => {
  useWhenIdle(loadPopups);
  return (
    <>
      <Toaster />
      <Tooltips />
    </>
  );
};
