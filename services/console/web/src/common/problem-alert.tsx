import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

import { ApiProblem } from './problem.ts';
import { spokenNow } from './problems/problem-words.ts';
import { sayIssues, sayProblem } from './problems/say-problem.ts';
import { useSharedTexts } from './shared-texts.ts';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Says what went wrong and what to do. Nothing at all where nothing is wrong. */
export const ProblemAlert = ({ error, onRetry }: Props) => {
  const t = useSharedTexts();
  const say = useProblemText();
  if (error === null || error === undefined) return null;

  const issues = error instanceof ApiProblem ? sayIssues(error.errors, spokenNow()) : [];
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t('problem.title')} role="alert">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {say(error)}
      </Text>
      {issues.length > 0 && (
        <List size="sm" mt="xs">
          {issues.map((issue) => (
            <List.Item key={issue}>{issue}</List.Item>
          ))}
        </List>
      )}
      {onRetry && (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('problem.again')}
          </Button>
        </Group>
      )}
    </Alert>
  );
};

/** One sentence about an error. */
export const useProblemText = () => {
  const t = useSharedTexts();
  return (error: unknown): string => {
    if (!(error instanceof ApiProblem)) return sayOwn(error, t);
    if (error.status === 0) return t('problem.unreachable');
    return error.message === '' ? t('problem.unknown', { status: error.status }) : sayProblem(error, spokenNow());
  };
};

/** What our own code says is an `Error` and no more; a browser's has a name of its own, and is written in its language. */
const sayOwn = (error: unknown, t: ReturnType<typeof useSharedTexts>): string => {
  if (!(error instanceof Error)) return t('problem.crashed', { message: String(error) });
  if (error.name === 'NotBelieved') return t('problem.notBelieved');
  if (error.name === 'NotAPicture') return t('problem.notAPicture', { name: error.message });
  return error.name === 'Error' ? error.message : t('problem.crashed', { message: error.message });
};
