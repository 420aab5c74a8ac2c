import { Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { Asked } from '../common/asked.tsx';
import { useFormats } from '../common/format.ts';
import { quotaQuery } from '../common/queries/quota.ts';
import { Section } from '../common/section.tsx';
import { useHomeTexts } from './texts.ts';

/** SES's sandbox grants this much a day and no more (docs: "Request production access"). */
const SANDBOX_DAILY = 200;
const UNLIMITED = -1;

/** What SES grants this account, what is left of it today, and how fast it takes mails now. */
export const QuotaCard = () => {
  const t = useHomeTexts();
  const formats = useFormats();
  const asked = useQuery(quotaQuery());
  return (
    <Section title={t('quota.title')}>
      <Asked of={asked}>
        {({ max24HourSend, maxSendRate, currentSendRate, left24Hours, throttledAt }) => (
          <>
            {max24HourSend === UNLIMITED ? (
              <Text>{t('quota.unlimited')}</Text>
            ) : (
              <>
                <Text className="figures">
                  {t('quota.left', { left: formats.count(left24Hours), all: formats.count(max24HourSend) })}
                </Text>
                <Progress
                  value={((max24HourSend - left24Hours) / Math.max(1, max24HourSend)) * 100}
                  aria-label={t('quota.usedLabel')}
                />
              </>
            )}
            <Text size="sm" c="dimmed" className="figures">
              {t('quota.rate', {
                now: formats.count(Math.round(currentSendRate)),
                granted: formats.count(maxSendRate),
              })}
            </Text>
            {throttledAt !== undefined && (
              <Text size="sm">{t('quota.throttled', { ago: formats.ago(throttledAt) })}</Text>
            )}
            {max24HourSend === SANDBOX_DAILY && <Text size="sm">{t('quota.sandbox')}</Text>}
          </>
        )}
      </Asked>
    </Section>
  );
};
