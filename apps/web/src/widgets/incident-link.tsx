import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type Props = {
  idOrKey: string;
  children: ReactNode;
  className?: string;
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
