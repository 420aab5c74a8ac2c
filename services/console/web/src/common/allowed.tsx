import { Box, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

import type { Role } from '../app/session/role.ts';
import { useMay } from '../app/session/session-context.tsx';
import { useSharedTexts } from './shared-texts.ts';

interface Props {
  readonly role: Role;
  /** Given whether it is allowed: `{(may) => <Button disabled={!may}>…</Button>}` */
  readonly children: (may: boolean) => ReactNode;
}

/** Shows what a person may not do as disabled, with the reason; the services decide for themselves. */
export const Allowed = ({ role, children }: Props) => {
  const t = useSharedTexts();
  if (useMay(role)) return children(true);
  return (
    <Tooltip
      label={t('role.needed', { role: t(`role.${role}`) })}
      multiline
      maw={260}
      events={{ hover: true, focus: true, touch: true }}
    >
      {/* Something disabled has no focus of its own; the reason must be reachable by keyboard. */}
      <Box
        component="span"
        tabIndex={0}
        aria-label={t('role.needed', { role: t(`role.${role}`) })}
        style={{ display: 'inline-block' }}
      >
        {children(false)}
      </Box>
    </Tooltip>
  );
};
