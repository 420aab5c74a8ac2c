import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../common/language/use-language.ts';

import type { ApiProblem } from '../../common/problem.ts';
import type { Import } from '../model.ts';
import { useCheckTexts } from './check-texts.ts';
import { sayUnreadable } from './file-problems.ts';
import { StopButton } from './stop-button.tsx';
import { useImportTexts } from './texts.ts';

interface Props {
  readonly of: Import;
  readonly problem: ApiProblem;
}

/** A file that cannot be looked at cannot be imported either: what to do instead. */
export const Unreadable = ({ of: { importId, listId }, problem }: Props) => {
  const t = useCheckTexts();
  const imports = useImportTexts();
  const language = useLanguage();
  return (
    <Stack>
      <Alert color="red" icon={<IconFileAlert aria-hidden />} title={t('check.unreadable')} role="alert">
        <Text size="sm">{sayUnreadable(problem, language)}</Text>
      </Alert>
      <Group gap="xs">
        <Button renderRoot={(props) => <Link to="/audience/lists/$listId/import" params={{ listId }} {...props} />}>
          {imports('end.again')}
        </Button>
        <StopButton importId={importId} />
      </Group>
    </Stack>
  );
};
