import { ActionIcon, Avatar, Menu, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';

import { useSharedTexts } from '../../common/shared-texts.ts';
import { useAppTexts } from '../app-texts.ts';
import { usePerson } from '../session/session-context.tsx';

export const PersonMenu = () => {
  const t = useAppTexts();
  const shared = useSharedTexts();
  const { name, role, leave } = usePerson();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size="xl"
          radius="xl"
          aria-label={`${initialsOf(name)}, ${t('me.menu', { name })}`}
        >
          <Avatar color="sea" size="sm" radius="xl" alt="">
            {initialsOf(name)}
          </Avatar>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} truncate>
            {name}
          </Text>
          {role !== undefined && <Text size="xs">{shared(`role.${role}`)}</Text>}
        </Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          {t('me.leave')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

/** What is seen on the button is part of what it is called: whoever speaks to the machine says what he sees. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => /^./u.exec(word)?.[0].toUpperCase() ?? '')
    .join('');
