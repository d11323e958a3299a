import { told, type Published, type Updates } from '@sitrep/shared/updates/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useActorNames } from '../../widgets/person.tsx';
import { Stamp } from '../../widgets/times.tsx';
import { AudienceMark } from './audience-mark.tsx';
import { ComponentStates, NextLine } from './update-preview.tsx';

const FIRST = 3;

/** Who was told what, when: both audiences in one list, the newest first. */
export const ToldList = ({ updates }: { updates: Updates }) => {
  const t = useTranslations('updates.told');
  const [all, setAll] = useState(false);
  const list = told(updates);
  if (list.length === 0) return null;
  return (
    <section aria-label={t('title')}>
      <h3 className="mb-1 text-dense font-medium text-text-2">{t('title')}</h3>
      <ol className="grid gap-3">
        {(all ? list : list.slice(0, FIRST)).map((update) => (
          <ToldItem key={update.id} update={update} />
        ))}
      </ol>
      {list.length <= FIRST ? null : (
        <Button variant="quiet" className="mt-1 -ml-2.5" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('showLess') : t('showAll', { count: list.length })}
        </Button>
      )}
    </section>
  );
};

const ToldItem = ({ update }: { update: Published }) => {
  const t = useTranslations('updates');
  const timeline = useTranslations('timeline');
  const actor = useActorNames();
  const [open, setOpen] = useState(false);
  const { audience, content, publishedAt, by, approved, withoutApproval } = update;
  const isLong = content.text.length > 160 || content.text.split('\n').length > 3;
  return (
    <li className="grid gap-1 border-l-2 border-border pl-2.5">
      <p className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-meta text-text-2">
        <AudienceMark audience={audience} />
        <span className="truncate">{actor(by)}</span>
        <Stamp at={publishedAt} />
      </p>
      <p dir="auto" className={`break-words whitespace-pre-wrap ${open ? '' : 'line-clamp-3'}`}>
        {open ? content.text : content.text.replaceAll(/\n{2,}/gu, '\n')}
      </p>
      {open ? (
        <>
          <ComponentStates components={content.components} />
          <NextLine nextAt={content.nextAt} />
        </>
      ) : null}
      {approved === undefined ? null : (
        <p className="text-meta text-text-2">{t('approvedBy', { name: actor(approved.by) })}</p>
      )}
      {withoutApproval === undefined ? null : (
        <p className="text-dense break-words">
          <Badge tone="alarm">{t('noApproval')}</Badge> {withoutApproval}
        </p>
      )}
      {isLong || content.components.length > 0 || content.nextAt !== undefined ? (
        <div>
          <Button variant="quiet" className="-ml-2.5" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? timeline('showLess') : timeline('showAll')}
          </Button>
        </div>
      ) : null}
    </li>
  );
};
