import { Keyboard, Link2, LogOut, Monitor, Moon, Sun, UserPen } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSessionActions } from '../../live/react.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { lazyNamed } from '../../ui/lazy-named.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { THEMES, useTheme, type Theme } from '../../ui/theme.ts';
import { useMe } from '../../widgets/me.ts';

const ProfileDialog = lazyNamed(() => import('./profile-dialog.tsx'), 'ProfileDialog');
const SignInLinkDialog = lazyNamed(() => import('./sign-in-link-dialog.tsx'), 'SignInLinkDialog');

const ICONS: Readonly<Record<Theme, typeof Sun>> = { system: Monitor, light: Sun, dark: Moon };
const NAMES = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

export const MeMenu = ({ onShowKeys }: { onShowKeys: () => void }) => {
  const t = useTranslations('me');
  const me = useMe();
  const { theme, choose } = useTheme();
  const { signOut } = useSessionActions();
  const [open, setOpen] = useState<'profile' | 'link'>();
  const close = () => setOpen(undefined);
  const themes = THEMES.map((id): MenuItem => {
    const Icon = ICONS[id];
    return {
      id,
      label: t(NAMES[id]),
      icon: <Icon size={16} aria-hidden />,
      checked: id === theme,
      onSelect: () => choose(id),
    };
  });
  const items: readonly MenuItem[] = [
    { id: 'profile', label: t('profile'), icon: <UserPen size={16} aria-hidden />, onSelect: () => setOpen('profile') },
    { id: 'link', label: t('signInLink'), icon: <Link2 size={16} aria-hidden />, onSelect: () => setOpen('link') },
    ...themes,
    { id: 'keys', label: t('keys'), icon: <Keyboard size={16} aria-hidden />, onSelect: onShowKeys },
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
