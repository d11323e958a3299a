import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../../ui/button.tsx';
import { useKeyHint, useKeys } from '../../ui/keys.ts';
import { Panel } from '../../ui/panel.tsx';
import { rowKeys } from '../../ui/row-keys.ts';
import { useOffered, useWritingGate } from '../../widgets/gate.ts';
import { usePast } from '../../widgets/past.ts';
import { QuickEntryHint } from '../../widgets/quick-entry-hint.tsx';
import { HypothesisRow } from './hypothesis-row.tsx';
import { inOrder } from './in-order.ts';
import type { Seen, TextOf } from './seen.ts';
import { SuggestForm } from './suggest-form.tsx';

type Props = Seen & { textOf: TextOf };

const ROWS = rowKeys('li[data-hypothesis]', '[aria-haspopup="menu"]');

/** Which causes are suspected, who tests which, and what came of it. */
export const HypothesesPanel = ({ textOf, ...seen }: Props) => {
  const t = useTranslations('hypotheses');
  const panel = useRef<HTMLDivElement>(null);
  const [adding, setAdding] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const { incident, parts } = seen;
  const { underway, confirmed, ruledOut } = inOrder(parts.hypotheses);
  const blocked = useWritingGate('incident.respond');
  const editable = useOffered('incident.respond') && incident.status !== 'closed';
  const key = useKeyHint('show-hypotheses');
  const past = usePast() !== undefined;
  const empty = underway.length + confirmed.length + ruledOut.length === 0;
  const focusList = (): void => (ROWS.firstIn(panel.current) ?? panel.current)?.focus();
  useKeys([{ id: 'show-hypotheses', run: () => (empty && editable ? setAdding(true) : focusList()) }]);
  const closeForm = (): void => {
    setAdding(false);
    // What had the focus goes with the form.
    focusList();
  };
  const row = (hypothesis: Parameters<typeof HypothesisRow>[0]['hypothesis']) => (
    <HypothesisRow key={hypothesis.id} seen={seen} hypothesis={hypothesis} textOf={textOf} editable={editable} />
  );
  return (
    <Panel
      title={t('title')}
      actions={
        editable ? (
          <IconButton
            label={t('suggest')}
            title={key === undefined ? t('suggest') : `${t('suggest')} (${key})`}
            blocked={blocked}
            aria-expanded={adding}
            icon={<Plus size={14} aria-hidden />}
            onClick={() => setAdding(!adding)}
          />
        ) : null
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={panel} tabIndex={-1} onKeyDown={ROWS.onKeyDown}>
        {empty ? <Empty past={past || !editable} keys={key} /> : null}
        {underway.length === 0 ? null : <ul className="grid gap-1">{underway.map(row)}</ul>}
        {confirmed.length === 0 ? null : <ul className="grid gap-1 not-first:mt-1">{confirmed.map(row)}</ul>}
        {ruledOut.length === 0 ? null : (
          <>
            <Button
              variant="quiet"
              className="-ml-1.5 !px-1.5 !text-dense"
              aria-expanded={unfolded}
              onClick={() => setUnfolded(!unfolded)}
            >
              {t('ruledOut', { count: ruledOut.length })}
            </Button>
            {unfolded ? <ul className="grid gap-1">{ruledOut.map(row)}</ul> : null}
          </>
        )}
      </div>
      {editable && adding ? <SuggestForm incidentId={incident.id} blocked={blocked} onClose={closeForm} /> : null}
    </Panel>
  );
};

const Empty = ({ past, keys }: { past: boolean; keys: string | undefined }) => {
  const t = useTranslations('hypotheses');
  if (past) return <p className="text-text-2">{t('emptyPast')}</p>;
  return (
    <p className="text-text-2">
      {t('empty')}{' '}
      {keys === undefined ? (
        t('emptyWrite')
      ) : (
        <>
          <span className="pointer-coarse:hidden">{t('emptyKey', { keys })}</span>
          <span className="hidden pointer-coarse:inline">{t('emptyWrite')}</span>
        </>
      )}{' '}
      <QuickEntryHint line={t('emptyCommand')} />
    </p>
  );
};
