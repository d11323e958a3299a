import type { ReactNode } from 'react';

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  size?: 'small' | 'medium' | 'wide';
  /** A question that has to be answered: read out at once, in full. */
  urgent?: boolean;
};
