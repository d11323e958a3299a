import { RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button, IconButton } from '../../ui/button.tsx';
import { CheckField } from '../../ui/field.tsx';
import { KEY_GROUPS, KEY_IDS, keySpec, type KeyGroup, type KeyId } from '../../ui/keys/catalogue.ts';
import { isApple, keyCaps } from '../../ui/keys/chord.ts';
import { isSwitchedOff, keySettings, keysOf, remap, resetKeys, setLetters } from '../../ui/keys/settings.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { KeyCapture } from './key-capture.tsx';
import { KeyCaps } from './key-caps.tsx';

/** Which keys there are on this device. */
export const KeyboardPage = () => {
  const t = useTranslations('keyboard');
  const { letters, remapped } = useStore(keySettings);
  const isChanged = !letters || Object.keys(remapped).length > 0;
  return (
    <>
      <PageHeader title={t('settingsTitle')} detail={t('perDevice')}>
        <Button
          icon={<RotateCcw size={14} aria-hidden />}
          blocked={isChanged ? undefined : t('allDefault')}
          onClick={resetKeys}
        >
          {t('resetAll')}
        </Button>
      </PageHeader>
      <div className="mx-auto grid max-w-3xl gap-6 px-4 pt-2 pb-12">
        <div className="rounded-l border border-border bg-surface p-4">
          <CheckField
            label={t('letters')}
            hint={t('lettersMeaning')}
            checked={letters}
            onChange={(event) => setLetters(event.target.checked)}
          />
        </div>
        {KEY_GROUPS.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </>
  );
};

const Group = ({ group }: { group: KeyGroup }) => {
  const t = useTranslations('keyboard');
  return (
    <section aria-labelledby={`keys-${group}`}>
      <h2 id={`keys-${group}`} className="mb-1 text-dense font-semibold text-text-2">
        {t(`group.${group}`)}
      </h2>
      <ul className="divide-y divide-border rounded-l border border-border bg-surface">
        {KEY_IDS.filter((id) => keySpec(id).group === group).map((id) => (
          <Row key={id} id={id} />
        ))}
      </ul>
    </section>
  );
};

const Row = ({ id }: { id: KeyId }) => {
  const t = useTranslations('keyboard');
  const settings = useStore(keySettings);
  const change = useRef<HTMLButtonElement>(null);
  const [capturing, setCapturing] = useState(false);
  const { native, keys: original } = keySpec(id);
  const keys = keysOf(id, settings);
  const off = isSwitchedOff(id, settings);
  const action = t(`does.${id}`);
  const done = (): void => {
    setCapturing(false);
    requestAnimationFrame(() => {
      // Whoever left by Tab or by a click is already elsewhere.
      if (document.activeElement === document.body) change.current?.focus();
    });
  };
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
      <span className="min-w-40 flex-1">{action}</span>
      {capturing ? (
        <KeyCapture id={id} onDone={done} />
      ) : (
        <>
          <KeyCaps caps={keyCaps(keys, isApple())} off={off} />
          {off ? <span className="text-meta text-text-2">{t('off')}</span> : null}
          {keys === original ? null : (
            <IconButton
              label={t('reset', { action, keys: keyCaps(original, isApple()).join(' ') })}
              icon={<RotateCcw size={14} aria-hidden />}
              onClick={() => remap(id, original)}
            />
          )}
          {native === true ? (
            <span className="text-meta text-text-2">{t('fixed')}</span>
          ) : (
            <Button
              ref={change}
              variant="quiet"
              aria-label={t('changeOf', { action })}
              onClick={() => setCapturing(true)}
            >
              {t('change')}
            </Button>
          )}
        </>
      )}
    </li>
  );
};
