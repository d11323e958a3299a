import type { Incident } from '@sitrep/shared/incidents/state';
import type { Situation, SituationLink } from '@sitrep/shared/situation/state';
import { LINK_KINDS } from '@sitrep/shared/situation/values';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { LateDelivery } from '../late-delivery.tsx';
import { useRespond } from '../use-respond.ts';
import { LinkForm } from './link-form.tsx';
import { LINK_ICONS, linkName } from './link-look.ts';

type Props = { incident: Incident; situation: Situation };

/** The call first, then what is talked in, then what is looked at. */
const byKind = (a: SituationLink, b: SituationLink): number => LINK_KINDS.indexOf(a.kind) - LINK_KINDS.indexOf(b.kind);

export const LinksPanel = ({ incident, situation }: Props) => {
  const t = useTranslations('situation.links');
  const [adding, setAdding] = useState(false);
  const { writing, editable } = useRespond(incident);
  const links = situation.links.toSorted(byKind);
  if (links.length === 0 && !editable) return null;
  return (
    <Panel
      title={t('title')}
      actions={
        editable ? (
          <IconButton
            label={t('add')}
            blocked={writing}
            aria-expanded={adding}
            icon={<Plus size={14} aria-hidden />}
            onClick={() => setAdding(!adding)}
          />
        ) : null
      }
    >
      {links.length === 0 && !adding ? <p className="text-text-2">{t('none')}</p> : null}
      <ul className="grid grid-cols-[minmax(0,1fr)]">
        {links.map((link) => (
          <LinkRow key={link.id} incident={incident} link={link} />
        ))}
      </ul>
      {editable && adding ? <LinkForm incident={incident} onDone={() => setAdding(false)} /> : null}
    </Panel>
  );
};

const LinkRow = ({ incident, link }: { incident: Incident; link: SituationLink }) => {
  const t = useTranslations('situation.links');
  const remove = useCommand('situation.remove-link');
  const { writing, editable } = useRespond(incident);
  const Icon = LINK_ICONS[link.kind];
  const what = linkName(link);
  return (
    <li className="group flex items-center gap-2">
      <Icon size={14} aria-hidden className="shrink-0 text-text-2" />
      <a
        href={link.url}
        target="_blank"
        rel="noopener noreferrer"
        title={link.url}
        className="target inline-flex min-w-0 flex-1 items-center hover:underline"
      >
        <span className="sr-only">{t(`kinds.${link.kind}`)}: </span>
        <span className="truncate">{what}</span>
      </a>
      <LateDelivery incidentId={incident.id} id={link.id} />
      {editable ? (
        <IconButton
          label={t('remove', { what })}
          blocked={writing}
          icon={<X size={12} aria-hidden />}
          className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
          onClick={() => remove.mutate({ incidentId: incident.id, linkId: link.id })}
        />
      ) : null}
    </li>
  );
};
