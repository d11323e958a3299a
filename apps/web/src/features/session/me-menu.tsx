import { useNavigate } from '@tanstack/react-router';
import { Keyboard, Link2, LogOut, Settings2, UserPen } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSessionActions } from '../../live/react.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { lazyNamed } from '../../ui/lazy-named.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useLookItems } from '../../ui/use-look-items.tsx';
import { useMe } from '../../widgets/me.ts';

const ProfileDialog = lazyNamed(() => import('./profile-dialog.tsx'), 'ProfileDialog');
const SignInLinkDialog = lazyNamed(() => import('./sign-in-link-dialog.tsx'), 'SignInLinkDialog');

export const MeMenu = ({ onShowKeys }: { onShowKeys: () => void }) => {
  const t = useTranslations('me');
  const me = useMe();
  const navigate = useNavigate();
  const look = useLookItems();
  const { signOut } = useSessionActions();
  const [open, setOpen] = useState<'profile' | 'link'>();
  const close = () => setOpen(undefined);
  const items: readonly MenuItem[] = [
    { id: 'profile', label: t('profile'), icon: <UserPen size={16} aria-hidden />, onSelect: () => setOpen('profile') },
    { id: 'link', label: t('signInLink'), icon: <Link2 size={16} aria-hidden />, onSelect: () => setOpen('link') },
    ...look,
    { id: 'keys', section: '', label: t('keys'), icon: <Keyboard size={16} aria-hidden />, onSelect: onShowKeys },
    {
      id: 'keyboard',
      label: t('keyboard'),
      icon: <Settings2 size={16} aria-hidden />,
      onSelect: () => void navigate({ to: '/settings/keyboard' }),
    },
    {
      id: 'sign-out',
      label: t('signOut'),
      icon: <LogOut size={16} aria-hidden />,
      onSelect: () => void signOut(),
    },
  ];
  return (
    <>
      <Menu
        label={t('label', { name: me.name })}
        trigger={<Avatar name={me.name} size={28} />}
        items={items}
        button={{ variant: 'quiet', className: '!px-1 rounded-full' }}
      />
      <Suspense>
        {open === 'profile' ? <ProfileDialog onClose={close} /> : null}
        {open === 'link' ? <SignInLinkDialog own userId={me.id} name={me.name} onClose={close} /> : null}
      </Suspense>
    </>
  );
};
