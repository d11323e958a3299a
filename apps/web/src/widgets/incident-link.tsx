import { Link } from '@tanstack/react-router';
import type { ReactNode, SyntheticEvent } from 'react';

type Props = {
  idOrKey: string;
  children: ReactNode;
  className?: string;
  onPointerEnter?: (event: SyntheticEvent<HTMLElement>) => void;
  onFocus?: (event: SyntheticEvent<HTMLElement>) => void;
  /** Marks the links that the board's keys move through. */
  'data-board-row'?: true;
  tabIndex?: number;
};

/** By key or id: the room finds it by either. */
export const IncidentLink = ({ idOrKey, children, className, ...rest }: Props) => (
  <Link
    {...rest}
    to="/incidents/$incident"
    params={{ incident: idOrKey }}
    className={className ?? 'text-accent underline underline-offset-2'}
  >
    {children}
  </Link>
);
