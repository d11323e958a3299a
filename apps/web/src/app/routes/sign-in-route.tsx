import { useNavigate } from '@tanstack/react-router';
import { SignInPage } from '../../features/session/sign-in-page.tsx';
import { useSessionActions } from '../../live/react.tsx';

export const SignInRoute = () => {
  const navigate = useNavigate();
  const { reload } = useSessionActions();
  return (
    <SignInPage
      onSignedIn={() => {
        // Replaced, so that the used token is not in the way of "back".
        void reload().then(() => navigate({ to: '/', replace: true }));
      }}
    />
  );
};
