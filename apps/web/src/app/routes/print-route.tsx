import { useParams } from '@tanstack/react-router';
import { PrintPage } from '../../features/export/print-page.tsx';

export const PrintRoute = () => {
  const { incident } = useParams({ from: '/incidents/$incident/print' });
  return <PrintPage key={incident} idOrKey={incident} />;
};
