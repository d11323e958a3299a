import { useNavigate } from '@tanstack/react-router';
import { JoinPage } from '../../features/session/join-page.tsx';
import { useSessionActions } from '../../live/react.tsx';

export const JoinRoute = () => {
  const navigate = useNavigate();
  const { reload } = useSessionActions();
  return (
    <JoinPage
      onJoined={() => {
        void reload().then(() => navigate({ to: '/', replace: true }));
      }}
    />
  );
};
