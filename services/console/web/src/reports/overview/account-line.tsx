import { Alert, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react';

import { useFormats } from '../../common/format.ts';
import { type Account, accountOf } from '../account.ts';
import type { Report } from '../model.ts';
import { useReportTexts } from '../report-texts.ts';

type Ended = Extract<Account, { readonly kind: 'ended' }>;

/** Whether everybody of the snapshot is accounted for, as a sum that can be checked by hand. */
export const AccountLine = ({ report }: { readonly report: Report }) => {
  const t = useReportTexts();
  const account = accountOf(report);
  if (account.kind === 'under_way') {
    return (
      <Alert color="blue" variant="light" icon={<IconClock aria-hidden />} title={t('account.running')}>
        {t('account.sofar', { count: account.sent })}
      </Alert>
    );
  }
  const icon = account.isWhole ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />;
  return (
    <Alert
      color={account.isWhole ? 'teal' : 'orange'}
      variant="light"
      icon={icon}
      title={t(account.isWhole ? 'account.whole' : 'account.open')}
    >
      <Sum account={account} />
      <Text size="sm" mt="xs">
        {t(`events.${account.events}`, {
          sent: account.sent,
          accepted: account.accepted,
          more: Math.max(0, account.sent - account.accepted),
        })}{' '}
        {account.missing !== 0 && t('account.lookAtRun')}
      </Text>
    </Alert>
  );
};

const Sum = ({ account: { recipients, terms, missing } }: { readonly account: Ended }) => {
  const t = useReportTexts();
  const lost = missing === 0 ? [] : [{ label: t(missing > 0 ? 'account.missing' : 'account.twice'), count: missing }];
  const all = [...terms.map(({ name, count }) => ({ label: t(`account.${name}`), count })), ...lost];
  return (
    <Group gap="xs" className="figures" align="baseline">
      <Term count={recipients} label={t('account.snapshot')} />
      {all.map(({ label, count }, n) => (
        <Group key={label} gap="xs" align="baseline" wrap="nowrap">
          <Text span c="dimmed">
            {n === 0 ? '=' : count < 0 ? '−' : '+'}
          </Text>
          <Term count={Math.abs(count)} label={label} />
        </Group>
      ))}
    </Group>
  );
};

const Term = ({ count, label }: { readonly count: number; readonly label: string }) => {
  const formats = useFormats();
  return (
    <Text span size="sm">
      <Text span fw={650} inherit>
        {formats.count(count)}
      </Text>{' '}
      {label}
    </Text>
  );
};
