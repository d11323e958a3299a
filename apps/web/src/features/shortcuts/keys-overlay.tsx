import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Dialog } from '../../ui/dialog.tsx';
import { useActiveKeys, type ActiveKey } from '../../ui/keys.ts';
import { KEY_GROUPS, keySpec, type KeyGroup } from '../../ui/keys/catalogue.ts';
import { KeyCaps } from './key-caps.tsx';

/** Lists what is bound on the present screen, and nothing else. */
export const KeysOverlay = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('keyboard');
  const active = useActiveKeys();
  const someOff = active.some(({ off }) => off);
  return (
    <Dialog title={t('title')} description={t('description')} size="wide" onClose={onClose}>
      {someOff ? <p className="mb-3 text-dense text-text-2">{t('someOff')}</p> : null}
      <div className="gap-x-10 sm:columns-2">
        {KEY_GROUPS.map((group) => (
          <Group key={group} group={group} keys={active.filter(({ id }) => keySpec(id).group === group)} />
        ))}
      </div>
      <p className="mt-2 border-t border-border pt-3">
        <Link to="/settings/keyboard" onClick={onClose} className="text-accent underline underline-offset-2">
          {t('toSettings')}
        </Link>
      </p>
    </Dialog>
  );
};

const Group = ({ group, keys }: { group: KeyGroup; keys: readonly ActiveKey[] }) => {
  const t = useTranslations('keyboard');
  if (keys.length === 0) return null;
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1.5 text-dense font-semibold text-text-2">{t(`group.${group}`)}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5">
        {keys.map(({ id, label, caps, off }) => (
          <div key={id} className="contents">
            <dt className={off ? 'text-text-2' : undefined}>{label ?? t(`does.${id}`)}</dt>
            <dd className="justify-self-end">
              <KeyCaps caps={caps} off={off} />
              {off ? <span className="sr-only"> {t('off')}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
