import { Stack } from '@mantine/core';

import type { Report } from '../model.ts';
import { AccountLine } from './account-line.tsx';
import { Bounces } from './bounces.tsx';
import { Figures } from './figures.tsx';
import { Funnel } from './funnel.tsx';
import { OverTime } from './over-time.tsx';

export const Overview = ({ report }: { readonly report: Report }) => (
  <Stack gap="lg">
    <Figures report={report} />
    <AccountLine report={report} />
    <Funnel report={report} />
    <OverTime report={report} />
    <Bounces report={report} />
  </Stack>
);
