import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';

import type { Role } from '../app/session/role.ts';
import { Allowed } from './allowed.tsx';

interface Props extends Pick<LinkProps, 'to' | 'params'> {
  readonly role: Role;
  readonly icon: Icon;
  readonly children: string;
}

/** A link that looks like a button, for those who may go there. */
export const AllowedLink = ({ role, icon: Picture, children, ...place }: Props) => {
  const picture = <Picture size={16} aria-hidden />;
  return (
    <Allowed role={role}>
      {(may) =>
        may ? (
          <Button leftSection={picture} renderRoot={(props) => <Link {...place} {...props} />}>
            {children}
          </Button>
        ) : (
          <Button leftSection={picture} disabled>
            {children}
          </Button>
        )
      }
    </Allowed>
  );
};
