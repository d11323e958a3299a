import type { Mitigation, MitigationMove } from '@sitrep/shared/mitigations/state';
import { Printer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Cell, HeadCell, Row, Table } from '../../ui/table.tsx';
import { useActorNames } from '../../widgets/person.tsx';
import { Clock } from '../../widgets/times.tsx';
import { MitigationStatus } from './mitigation-status.tsx';
import { RiskMark } from './risk-mark.tsx';

type Props = { items: readonly Mitigation[]; onClose: () => void };

/** All of them, in the order entered: what a review asks for. */
export const LedgerDialog = ({ items, onClose }: Props) => {
  const t = useTranslations('mitigations');
  return (
    <Dialog title={t('ledger.title')} size="wide" onClose={onClose}>
      <div data-printed="">
        {items.length === 0 ? <p className="text-text-2">{t('nothing')}</p> : <LedgerTable items={items} />}
      </div>
      <DialogActions>
        <Button icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('ledger.print')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

const LedgerTable = ({ items }: Pick<Props, 'items'>) => {
  const t = useTranslations('mitigations.ledger');
  return (
    <Table
      label={t('title')}
      head={
        <>
          <HeadCell>{t('number')}</HeadCell>
          <HeadCell>{t('what')}</HeadCell>
          <HeadCell>{t('proposed')}</HeadCell>
          <HeadCell>{t('decided')}</HeadCell>
          <HeadCell>{t('executed')}</HeadCell>
          <HeadCell>{t('outcome')}</HeadCell>
        </>
      }
    >
      {items.map((mitigation) => (
        <LedgerRow key={mitigation.id} mitigation={mitigation} />
      ))}
    </Table>
  );
};

const WRAPPED = 'py-1.5 !align-top whitespace-normal!';

const LedgerRow = ({ mitigation }: { mitigation: Mitigation }) => {
  const t = useTranslations('mitigations');
  const { number, plan, proposedBy, proposedAt, uncoordinated, approved, rejected, executed, started } = mitigation;
  return (
    <Row className={uncoordinated === undefined ? undefined : 'border-l-4 border-l-sev2-fg'}>
      <Cell className={`${WRAPPED} figures font-mono`}>{t('number', { number })}</Cell>
      <Cell className={`${WRAPPED} min-w-44`}>
        <span className="font-medium">{plan.title}</span>
        <span className="block text-meta text-text-2">{plan.services.join(', ')}</span>
        {uncoordinated === undefined ? (
          <RiskMark risk={plan.risk} />
        ) : (
          <span className="block">
            <Badge tone="warn">{t('uncoordinated')}</Badge>{' '}
            <span className="text-meta text-text-2">{uncoordinated.reason}</span>
          </span>
        )}
      </Cell>
      <Cell className={WRAPPED}>
        <Move move={{ by: proposedBy, at: proposedAt }} />
      </Cell>
      <Cell className={WRAPPED}>
        {uncoordinated === undefined ? <Move move={approved ?? rejected} /> : t('ledger.without')}
      </Cell>
      <Cell className={WRAPPED}>
        <Move move={executed ?? started} />
      </Cell>
      <Cell className={`${WRAPPED} min-w-36`}>
        <Outcome mitigation={mitigation} />
      </Cell>
    </Row>
  );
};

const Outcome = ({ mitigation: { status, verified, halted, withdrawn } }: { mitigation: Mitigation }) => {
  const last = verified ?? halted ?? withdrawn;
  return (
    <>
      <MitigationStatus status={status} />
      <Move move={last} />
      {last?.said === undefined ? null : <span className="block text-meta">{last.said}</span>}
    </>
  );
};

const Move = ({ move }: { move: MitigationMove | undefined }) => {
  const actor = useActorNames();
  if (move === undefined) return null;
  return (
    <span className="block text-dense whitespace-nowrap">
      <Clock at={move.at} seconds={false} />
      <span className="block text-meta text-text-2">{actor(move.by)}</span>
    </span>
  );
};
