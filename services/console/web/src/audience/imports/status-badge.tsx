import { Badge } from '@mantine/core';

import type { Import } from '../model.ts';
import type { Status } from './import-status.ts';
import { outcomeOf } from './outcome.ts';
import { useImportTexts } from './texts.ts';

const COLOURS = {
  awaiting_upload: 'gray',
  uploaded: 'yellow',
  parsing: 'blue',
  writing: 'blue',
  finished: 'teal',
  failed: 'red',
  cancelled: 'gray',
  expired: 'gray',
  nobody: 'orange',
} as const satisfies Record<Status | 'nobody', string>;

/** How far an import is, or how it ended; that one was read to its end is not enough where nobody came of it. */
export const StatusBadge = ({ of }: { readonly of: Pick<Import, 'status' | 'accepted' | 'rejected'> }) => {
  const t = useImportTexts();
  const status = outcomeOf(of) === 'nobody' ? 'nobody' : of.status;
  return (
    <Badge variant="light" color={COLOURS[status]} tt="none">
      {t(`status.${status}`)}
    </Badge>
  );
};
