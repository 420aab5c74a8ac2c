import { Alert, AppShell, Badge, Box, Burger, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';

import { useAppTexts } from '../app-texts.ts';
import { usePerson } from '../session/session-context.tsx';
import { AppearanceMenu } from './appearance-menu.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineNote } from './offline-note.tsx';
import { PersonMenu } from './person-menu.tsx';

/** What stands around every page. */
export const Layout = () => {
  const t = useAppTexts();
  const [isOpen, menu] = useDisclosure();
  const { role } = usePerson();

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <a href="#content" className="skip-link">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t(isOpen ? 'nav.close' : 'nav.open')}
              aria-expanded={isOpen}
            />
            <Brand />
          </Group>
          <Group gap={4} wrap="nowrap">
            <LanguageMenu />
            <AppearanceMenu />
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm">
        <Navigation onGo={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <OfflineNote />
        {role === undefined && (
          <Alert color="yellow" mb="lg">
            {t('me.noRole')}
          </Alert>
        )}
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
};

const Brand = () => {
  const t = useAppTexts();
  const { stage } = usePerson();
  return (
    <Group gap="xs" wrap="nowrap">
      <UnstyledButton renderRoot={(props) => <Link to="/" {...props} />}>
        <Group gap={8} wrap="nowrap">
          <img src="/bulkhead.svg" alt="" width={28} height={28} />
          <Text fw={700}>Bulkhead</Text>
        </Group>
      </UnstyledButton>
      <Box visibleFrom="xs">
        <Badge variant="light" color={stage === 'prod' ? 'red' : 'gray'} tt="none">
          {stage === 'local' ? t('stage.local') : stage}
        </Badge>
      </Box>
    </Group>
  );
};
