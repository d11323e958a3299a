import { Autocomplete } from '@base-ui/react/autocomplete';
import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { ItemMark } from './item-mark.tsx';
import type { PaletteItem } from './items.ts';

type Props = { item: PaletteItem; onChoose: (item: PaletteItem) => void };

/** What cannot be chosen can be reached, and says why. */
export const ItemRow = ({ item, onChoose }: Props) => {
  const { mark, title, detail, blocked, keys } = item;
  return (
    <Autocomplete.Item
      value={item}
      aria-disabled={blocked === undefined ? undefined : true}
      onClick={() => onChoose(item)}
      className={classNames(
        'grid min-h-10 cursor-default grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-x-2.5 rounded-m px-2.5 py-1.5 outline-none select-none',
        'data-highlighted:bg-raised data-highlighted:inset-shadow-marker pointer-coarse:min-h-12',
      )}
    >
      <span className={classNames('grid place-items-center', blocked !== undefined && 'opacity-60')}>
        <ItemMark mark={mark} />
      </span>
      <span className="grid min-w-0">
        <span className={classNames('truncate', blocked !== undefined && 'text-text-2')}>{title}</span>
        {(blocked ?? detail ?? '') === '' ? null : (
          <span className="figures truncate text-meta text-text-2">{blocked ?? detail}</span>
        )}
      </span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </Autocomplete.Item>
  );
};
