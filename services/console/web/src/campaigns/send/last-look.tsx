import { Alert, Checkbox, Text } from '@mantine/core';
import { isConflict, isUnanswered } from '../../common/problem.ts';
import { mayLaunch, type Verdict } from '../check/verdict.ts';
import { useSendTexts } from './send-texts.ts';

interface Props {
  readonly verdict: Verdict;
  /** Why the campaign was not sent, if it was not. */
  readonly error: unknown;
  readonly hasLooked: boolean;
  readonly onLook: (hasLooked: boolean) => void;
}

/**
 * What has to be seen before mails go out, now or later: warnings, that somebody has changed the campaign, and that it is not known
 * whether they do: without an answer it would be wrong to say that it did not work.
 */
export const LastLook = ({ verdict, error, hasLooked, onLook }: Props) => {
  const t = useSendTexts();
  return (
    <>
      {verdict === 'warn' && (
        <Checkbox
          label={t('launch.warn')}
          checked={hasLooked}
          onChange={({ currentTarget }) => onLook(currentTarget.checked)}
        />
      )}
      {!mayLaunch(verdict) && (
        <Text size="sm" role="status">
          {t(verdict === 'stop' ? 'blocked.stop' : 'blocked.pending')}
        </Text>
      )}
      {isConflict(error) && <Text size="sm">{t('changed')}</Text>}
      {isUnanswered(error) && <Alert color="yellow">{t('unanswered')}</Alert>}
    </>
  );
};
