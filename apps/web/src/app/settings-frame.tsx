import { useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { SelectField } from '../ui/field.tsx';
import { useMediaQuery } from '../ui/use-media-query.ts';
import { SettingsLinks } from './settings-links.tsx';
import { useSettingsPlaces } from './use-settings-places.ts';

/** All settings in one list beside them, or to choose from above them where there is no room beside. */
export const SettingsFrame = ({ children }: { children: ReactNode }) => {
  const beside = useMediaQuery('(min-width: 64rem)');
  return (
    <div className="grid min-h-full content-start lg:grid-cols-[13rem_minmax(0,1fr)] lg:content-stretch">
      {beside ? <SettingsLinks /> : <SettingsChoice />}
      <div className="min-w-0">{children}</div>
    </div>
  );
};

const SettingsChoice = () => {
  const t = useTranslations('settings');
  const navigate = useNavigate();
  const pathname = useLocation({ select: (location) => location.pathname });
  const groups = useSettingsPlaces();
  return (
    <nav aria-label={t('nav')} className="px-4 pt-3">
      <SelectField
        label={t('nav')}
        hideLabel
        value={pathname}
        onChange={(event) => void navigate({ to: event.target.value })}
      >
        {groups.map(({ title, places }) => (
          <optgroup key={title} label={title}>
            {places.map(({ to, name, hasDraft }) => (
              <option key={to} value={to}>
                {hasDraft ? t('withDraft', { name }) : name}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
    </nav>
  );
};
