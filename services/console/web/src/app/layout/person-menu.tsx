import { Avatar, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';

import { useSharedTexts } from '../../common/shared-texts.ts';
import { useAppTexts } from '../app-texts.ts';
import { usePerson } from '../session/session-context.tsx';
import { HeaderMenu } from './header-menu.tsx';

export const PersonMenu = () => {
  const t = useAppTexts();
  const shared = useSharedTexts();
  const { name, role, leave } = usePerson();
  return (
    <HeaderMenu
      label={`${initialsOf(name)}, ${t('me.menu', { name })}`}
      look={{ size: 'xl', radius: 'xl' }}
      picture={
        <Avatar color="sea" size="sm" radius="xl" alt="">
          {initialsOf(name)}
        </Avatar>
      }
      heading={
        <>
          <Text size="sm" fw={600} truncate maw={220}>
            {name}
          </Text>
          {role !== undefined && <Text size="xs">{shared(`role.${role}`)}</Text>}
        </>
      }
      choices={[{ label: t('me.leave'), picture: <IconLogout size={16} aria-hidden />, choose: leave }]}
    />
  );
};

/** What is seen on the button is part of what it is called: whoever speaks to the machine says what he sees. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => /^./u.exec(word)?.[0].toUpperCase() ?? '')
    .join('');
