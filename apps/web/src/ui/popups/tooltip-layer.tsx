import { Tooltip } from '@base-ui/react/tooltip';
import { Kbd } from '../kbd.tsx';
import { useTip } from './use-tip.ts';

/** One tooltip for all that explain themselves by `tip`; it can be pointed at, and Escape takes it away. */
export const TooltipLayer = () => {
  const { shown, stay } = useTip();
  if (shown === undefined) return null;
  const { anchor, label, keys } = shown;
  return (
    <Tooltip.Root open>
      <Tooltip.Portal>
        <Tooltip.Positioner
          anchor={anchor}
          sideOffset={6}
          collisionPadding={8}
          positionMethod="fixed"
          className="z-70 data-anchor-hidden:invisible"
        >
          <Tooltip.Popup
            onPointerEnter={stay}
            className="flex max-w-80 items-center gap-2 rounded-m border border-border-strong bg-raised px-2 py-1 text-dense text-text shadow-popup transition-opacity duration-120 ease-out starting:opacity-0"
          >
            <span className="min-w-0">{label}</span>
            {keys === undefined ? null : <Kbd keys={keys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
};
