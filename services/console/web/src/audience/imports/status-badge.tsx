import { Badge } from '@mantine/core';

import type { Status } from './import-status.ts';
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
} as const satisfies Record<Status, string>;

export const StatusBadge = ({ status }: { readonly status: Status }) => {
  const t = useImportTexts();
  return (
    <Badge variant="light" color={COLOURS[status]} tt="none">
      {t(`status.${status}`)}
    </Badge>
  );
};
