import type { Incident } from '@sitrep/shared/incidents/state';
import { userIdOf } from '@sitrep/shared/kernel/actor';
import type { RoleOffer, Roster } from '@sitrep/shared/roster/state';
import { Clock3, Hourglass, UserRoundCheck, UserRoundX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSettings } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { useAriaKeys, useKeyHint } from '../../ui/keys.ts';
import { useGate, useOffered } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { useIsActive, usePersonNames } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { useRoleNames } from '../../widgets/role-names.ts';
import { useNow } from '../../widgets/times.tsx';
import { useAgeWords } from '../../widgets/use-words-of-time.ts';
import { AnswerOffer } from './answer-offer.tsx';
import { openHandOver } from './hand-over-store.ts';
import { NoticeBar } from './notice-bar.tsx';
import { noticesOf, type Notice } from './notices.ts';

type Props = {
  incident: Incident;
  roster: Roster;
  /** What whoever is asked to command may read first. */
  card: ReactNode;
};

/** Under the header, whatever is on screen: what is asked of its reader, and what all have to know of who leads. */
export const RoleNotices = ({ incident, roster, card }: Props) => {
  const t = useTranslations('roster.notices');
  const me = useMe();
  const now = useNow(15_000);
  const { longCommand } = useSettings().values.watchdogs;
  const isActive = useIsActive();
  const [laterThan, setLaterThan] = useState(0);
  const notices = noticesOf({ incident, roster, me: me.id, now, longCommandMs: longCommand, isActive }).filter(
    (notice) => notice.kind !== 'long-command' || notice.since > laterThan,
  );
  if (notices.length === 0) return null;
  return (
    <section aria-label={t('label')}>
      {notices.map((notice) => (
        <NoticeLine key={keyOf(notice)} notice={notice} incident={incident} card={card} onLater={setLaterThan} />
      ))}
    </section>
  );
};

const keyOf = (notice: Notice): string => ('offer' in notice ? `${notice.kind}/${notice.offer.role}` : notice.kind);

type LineProps = { notice: Notice; incident: Incident; card: ReactNode; onLater: (since: number) => void };

const NoticeLine = ({ notice, incident, card, onLater }: LineProps) => {
  switch (notice.kind) {
    case 'asked':
      return <Asked offer={notice.offer} incident={incident} card={card} />;
    case 'waiting':
      return <Waiting offer={notice.offer} incident={incident} />;
    case 'away':
      return <Away notice={notice} incident={incident} />;
    case 'long-command':
      return <LongCommand since={notice.since} onLater={onLater} />;
  }
};

type OfferProps = { offer: RoleOffer; incident: Incident };

const Asked = ({ offer, incident, card }: OfferProps & { card: ReactNode }) => {
  const t = useTranslations('roster.notices');
  const nameOf = usePersonNames();
  const role = useRoleNames().name(offer.role);
  const offered = useOffered('incident.take-role');
  const text =
    offer.kind === 'commander-away'
      ? t('away', { name: nameOf(offer.from) })
      : t(offer.kind, { name: nameOf(userIdOf(offer.by)), role });
  return (
    <NoticeBar tone="mine" icon={UserRoundCheck} text={text} at={offer.at}>
      {offered ? <AnswerOffer incidentId={incident.id} offer={offer} /> : null}
      {offer.role === 'commander' ? card : null}
    </NoticeBar>
  );
};

const Waiting = ({ offer, incident }: OfferProps) => {
  const t = useTranslations('roster.notices');
  const me = useMe();
  const nameOf = usePersonNames();
  const role = useRoleNames().name(offer.role);
  const withdraw = useCommand('role.withdraw-offer');
  const blocked = useGate('incident.assign-role');
  const offered = useOffered('incident.assign-role');
  const mine = offer.by === `user/${me.id}` || incident.roles[offer.role] === me.id;
  return (
    <NoticeBar tone="calm" icon={Hourglass} text={t('waiting', { role, name: nameOf(offer.to) })} at={offer.at}>
      {mine && offered ? (
        <Button
          blocked={blocked}
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ incidentId: incident.id, role: offer.role })}
        >
          {t('withdraw')}
        </Button>
      ) : null}
      <ProblemLine problem={withdraw.error} />
    </NoticeBar>
  );
};

type AwayProps = { notice: Extract<Notice, { kind: 'away' }>; incident: Incident };

const Away = ({ notice: { userId, since, asked }, incident }: AwayProps) => {
  const t = useTranslations('roster.notices');
  const nameOf = usePersonNames();
  const take = useCommand('incident.take-role');
  const blocked = useGate('incident.take-role');
  const offered = useOffered('incident.take-role');
  const hint = useKeyHint('take-command');
  const ariaKeys = useAriaKeys('take-command');
  const name = nameOf(userId);
  const text =
    asked !== undefined
      ? t('goneAsked', { name, deputy: nameOf(asked) })
      : t(incident.roles.deputy === undefined ? 'goneAlone' : 'gone', { name });
  return (
    <NoticeBar tone="warn" icon={UserRoundX} text={text} at={since}>
      {offered ? (
        <Button
          blocked={blocked}
          busy={take.isPending}
          aria-keyshortcuts={ariaKeys}
          onClick={() => take.mutate({ incidentId: incident.id, role: 'commander' })}
        >
          {t('take')}
          {hint === undefined ? null : <span className="pointer-coarse:hidden">({hint})</span>}
        </Button>
      ) : null}
      <ProblemLine problem={take.error} />
    </NoticeBar>
  );
};

const LongCommand = ({ since, onLater }: { since: number; onLater: (since: number) => void }) => {
  const t = useTranslations('roster.notices');
  const now = useNow(60_000);
  const ages = useAgeWords();
  const offered = useOffered('incident.take-role');
  if (!offered) return null;
  return (
    <NoticeBar tone="calm" icon={Clock3} text={t('longCommand', { age: ages(now - since) })}>
      <Button onClick={openHandOver}>{t('handOver')}</Button>
      <Button variant="quiet" onClick={() => onLater(since)}>
        {t('later')}
      </Button>
    </NoticeBar>
  );
};
