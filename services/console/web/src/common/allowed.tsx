import type { ReactNode } from 'react';

import type { Role } from '../app/session/role.ts';
import { useMay } from '../app/session/session-context.tsx';
import { Explained } from './explained.tsx';
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
  return <Explained reason={t('role.needed', { role: t(`role.${role}`) })}>{children(false)}</Explained>;
};
