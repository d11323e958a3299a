import type { BoardRow } from '@sitrep/shared/board/board-row';

type Opened = Pick<BoardRow, 'alerts'>;

const hasAlerts = ({ alerts }: Opened): boolean => alerts.firing + alerts.resolved > 0;

/** The incident that an alert opened; nothing where none has. */
export const openedByAlert = <Row extends Opened>(rows: readonly Row[]): Row | undefined => rows.find(hasAlerts);

export const somebodyDeclared = (rows: readonly Opened[]): boolean => rows.some((row) => !hasAlerts(row));

/** The one to press now: the first that is open and can be done by whoever looks. */
export const nextStep = (
  steps: readonly { readonly id: string; readonly done: boolean; readonly possible: boolean }[],
): string | undefined => steps.find(({ done, possible }) => !done && possible)?.id;
