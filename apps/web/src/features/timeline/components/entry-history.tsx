import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { useActorNames } from '../../../widgets/person.tsx';
import { localClock, localDay } from '../../../widgets/time-format.ts';
import { Differences } from '../../../widgets/editing/differences.tsx';
import { versionsOf, type Version } from '../editing/versions.ts';

type Props = {
  entry: WrittenEntry;
  incidentId: IncidentId;
  /** Why a former text cannot be brought back; `hidden` where that is not offered. */
  blocked: string | undefined;
  readOnly: boolean;
};

/** Every former text stays readable, with what each change changed. */
export const EntryHistory = ({ entry, incidentId, blocked, readOnly }: Props) => {
  const t = useTranslations('timeline');
  const actor = useActorNames();
  const edit = useCommand('timeline.edit-entry');
  const name = actor(entry.editedBy ?? entry.by);
  const bringBack = ({ kind, text, happenedAt, confidence }: Version): void =>
    edit.mutate({
      incidentId,
      entryId: entry.id,
      baseRevision: entry.revision,
      kind,
      text,
      happenedAt,
      confidence: confidence ?? null,
    });
  return (
    <Popover
      label={t('editedBy', { name })}
      popup="dialog"
      trigger={<span className="text-meta underline">{t('edited')}</span>}
      button={{
        variant: 'quiet',
        className: 'relative !min-h-6 !py-0 pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5 !px-0.5',
      }}
      className="w-[32rem]"
    >
      {({ close }) => (
        <div className="grid gap-2 p-3">
          <h3 className="font-semibold">{t('history')}</h3>
          <ol className="grid gap-3">
            {versionsOf(entry).map((version) => (
              <VersionItem
                key={version.number}
                version={version}
                {...(version.number === entry.revision || readOnly
                  ? {}
                  : {
                      blocked,
                      onBringBack: () => {
                        bringBack(version);
                        close();
                      },
                    })}
              />
            ))}
          </ol>
        </div>
      )}
    </Popover>
  );
};

type ItemProps = { version: Version; blocked?: string | undefined; onBringBack?: () => void };

const VersionItem = ({ version, blocked, onBringBack }: ItemProps) => {
  const t = useTranslations('timeline');
  const words = useTranslations('writing.edit');
  const actor = useActorNames();
  const { former, by, at, text } = version;
  return (
    <li className="grid gap-0.5 border-l-2 border-border pl-2">
      <p className="figures text-meta text-text-2">
        {t('formerBy', { name: actor(by), time: `${localDay(at)} ${localClock(at, true)}` })}
      </p>
      <DetailChanges version={version} />
      <Differences from={former?.text ?? text} to={text} show="both" />
      {onBringBack === undefined ? null : (
        <div>
          <Button blocked={blocked} onClick={onBringBack}>
            {words('bringBack')}
          </Button>
        </div>
      )}
    </li>
  );
};

const DetailChanges = ({ version: { former, kind, confidence, happenedAt } }: { version: Version }) => {
  const t = useTranslations('timeline');
  const words = useTranslations('words');
  if (former === undefined) return null;
  const sure = (value: Version['confidence']): string =>
    value === undefined ? t('noConfidence') : words(`confidence.${value}`);
  const changes = [
    former.kind === kind ? undefined : [t('editKind'), words(`kind.${former.kind}`), words(`kind.${kind}`)],
    former.confidence === confidence ? undefined : [t('editConfidence'), sure(former.confidence), sure(confidence)],
    former.happenedAt === happenedAt
      ? undefined
      : [t('editHappened'), localClock(former.happenedAt, true), localClock(happenedAt, true)],
  ].filter((change) => change !== undefined);
  return changes.map(([label, from, to]) => (
    <p key={label} className="text-dense text-text-2">
      {label}: {from} → {to}
    </p>
  ));
};
