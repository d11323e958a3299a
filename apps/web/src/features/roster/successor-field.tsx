import type { UserId } from '@sitrep/shared/kernel/ids';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '../../ui/avatar.tsx';
import { TextField } from '../../ui/field.tsx';
import type { Successor } from './successors.ts';

type Props = {
  all: readonly Successor[];
  chosen: UserId | undefined;
  onChoose: (id: UserId) => void;
};

/** One of many, found by a few letters; those who know the incident stand first. */
export const SuccessorField = ({ all, chosen, onChoose }: Props) => {
  const t = useTranslations('roster.handOver');
  const name = useId();
  const [search, setSearch] = useState('');
  const wanted = search.trim().replace(/^@/, '').toLowerCase();
  const found = all.filter(({ person }) => `${person.name} ${person.handle}`.toLowerCase().includes(wanted));
  return (
    <fieldset className="grid content-start gap-2">
      <legend className="mb-1 text-dense font-medium">{t('to')}</legend>
      <TextField
        label={t('find')}
        hideLabel
        placeholder={t('find')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          // The first press chooses whom the letters found, the next one asks them.
          if (event.key !== 'Enter' || search === '' || first === undefined || first.person.id === chosen) return;
          event.preventDefault();
          onChoose(first.person.id);
        }}
      />
      <div className="grid max-h-64 content-start overflow-y-auto">
        {found.map(({ person, is }) => (
          <label
            key={person.id}
            className="target flex cursor-pointer items-center gap-2 rounded-m px-2 py-1 hover:bg-raised has-checked:bg-accent-bg"
          >
            <input
              type="radio"
              name={name}
              className="accent-accent"
              checked={chosen === person.id}
              onChange={() => onChoose(person.id)}
            />
            <Avatar name={person.name} size={20} />
            <span className="min-w-0 flex-1 truncate">{person.name}</span>
            {is === 'outside' ? null : (
              <span className="text-meta text-text-2">{t(is === 'deputy' ? 'deputy' : 'inIt')}</span>
            )}
          </label>
        ))}
      </div>
      {found.length === 0 ? <p className="text-text-2">{t('nobody')}</p> : null}
    </fieldset>
  );
};
