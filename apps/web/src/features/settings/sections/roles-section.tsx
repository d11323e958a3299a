import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ChangedLabel } from '../changed-label.tsx';
import { replacedAt, slugOf, withoutAt } from '../drafts.ts';
import type { SectionProps } from '../use-section.ts';

/** Roles of one's own, besides those that every incident has. */
export const RolesSection = ({ value, base, onChange, faultOf }: SectionProps<'roles'>) => {
  const t = useTranslations('settings.roles');
  const [name, setName] = useState('');
  const add = (): void => {
    if (name.trim() === '') return;
    onChange([
      ...value,
      {
        id: slugOf(
          name,
          value.map(({ id }) => id),
          'x-',
        ),
        name: name.trim(),
      },
    ]);
    setName('');
  };
  return (
    <div className="grid max-w-xl gap-3">
      {value.length === 0 ? <p className="text-text-2">{t('none')}</p> : null}
      <ul aria-label={t('list')} className="grid gap-2">
        {value.map((role, at) => (
          <li key={role.id} className="flex items-start gap-1.5">
            <div className="min-w-0 flex-1">
              <TextField
                label={
                  <ChangedLabel changed={base.find(({ id }) => id === role.id)?.name !== role.name}>
                    {t('nameOf', { id: role.id })}
                  </ChangedLabel>
                }
                maxLength={40}
                required
                value={role.name}
                error={role.name.trim() === '' ? t('nameMissing') : (faultOf(`[${at}].name`) ?? faultOf(`[${at}].id`))}
                onChange={(event) => onChange(replacedAt(value, at, { ...role, name: event.target.value }))}
              />
            </div>
            <IconButton
              label={t('remove', { name: role.name })}
              className="mt-6"
              icon={<Trash2 size={16} aria-hidden />}
              onClick={() => onChange(withoutAt(value, at))}
            />
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-1.5">
        <div className="min-w-0 flex-1">
          <TextField
            label={t('new')}
            placeholder={t('newPlaceholder')}
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              add();
            }}
          />
        </div>
        <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
          {t('add')}
        </Button>
      </div>
    </div>
  );
};
