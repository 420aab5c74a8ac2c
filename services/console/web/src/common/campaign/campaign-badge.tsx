import { Badge } from '@mantine/core';

import type { components } from '../../api/campaigns.d.ts';
import { useStatusTexts } from './status-texts.ts';

type Status = components['schemas']['Campaign']['status'];

const COLOURS = {
  draft: 'gray',
  scheduled: 'blue',
  sending: 'sea',
  held: 'orange',
  sent: 'teal',
  cancelled: 'gray',
  failed: 'red',
} as const satisfies Record<Status, string>;

/** How far a campaign is. */
export const CampaignBadge = ({ status }: { readonly status: Status }) => {
  const t = useStatusTexts();
  return (
    <Badge variant="light" color={COLOURS[status]} tt="none" style={{ flexShrink: 0 }}>
      {t(status)}
    </Badge>
  );
};
