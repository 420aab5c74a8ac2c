import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { Allowed } from '../../common/allowed.tsx';
import { Asked } from '../../common/asked.tsx';
import { KeptNote } from '../../common/kept-note.tsx';
import { ApiProblem } from '../../common/problem.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { attributesQuery } from '../../common/queries/attributes.ts';
import type { Attribute, Import, ImportPreview } from '../model.ts';
import { useCheckTexts } from './check-texts.ts';
import { ColumnsCard } from './columns-card.tsx';
import { FirstRows } from './first-rows.tsx';
import { LookAt } from './look-at.tsx';
import { keyOf } from './mapping.ts';
import { StopButton } from './stop-button.tsx';
import { Unreadable } from './unreadable.tsx';
import { type Checking, useCheck } from './use-check.ts';

const UNPROCESSABLE = 422;

/** Shows what the files hold, and asks how it is meant. */
export const Check = ({ of }: { readonly of: Import }) => {
  const attributes = useQuery(attributesQuery());
  return <Asked of={attributes}>{({ items }) => <Form of={of} attributes={items} />}</Asked>;
};

interface Props {
  readonly of: Import;
  readonly attributes: readonly Attribute[];
}

const Form = ({ of, attributes }: Props) => {
  const t = useCheckTexts();
  const check = useCheck(of, attributes);
  const { current } = check;
  if (current?.error instanceof ApiProblem && current.error.status === UNPROCESSABLE) {
    return (
      <Stack gap="lg">
        <LookAt check={check} />
        <Unreadable of={of} problem={current.error} />
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      {check.isRestored && <KeptNote onDrop={check.drop} />}
      <LookAt check={check} />
      {current && (
        <Asked of={current}>
          {(preview) => (
            <>
              {preview.remembered && (
                <Alert color="gray" icon={<IconInfoCircle aria-hidden />}>
                  {t('check.remembered')}
                </Alert>
              )}
              <ColumnsCard check={check} preview={preview} attributes={attributes} />
              <FirstRows preview={preview} />
              <Start of={of} check={check} preview={preview} />
            </>
          )}
        </Asked>
      )}
    </Stack>
  );
};

interface StartProps {
  readonly of: Import;
  readonly check: Checking;
  readonly preview: ImportPreview;
}

const Start = ({ of, check, preview }: StartProps) => {
  const t = useCheckTexts();
  const { chosen, sheets, choices, problems } = check;
  const hasAddress = preview.columns.some(({ header }) => choices[keyOf(header)]?.holds === 'address');
  const isReady = hasAddress && Object.keys(problems).length === 0 && (sheets.length === 0 || chosen.length > 0);
  return (
    <Stack>
      {sheets.length > 1 && (
        <Checkbox.Group label={t('check.sheets')} value={[...chosen]} onChange={check.chooseSheets}>
          <Group mt={6}>
            {sheets.map((name) => (
              <Checkbox key={name} value={name} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <ProblemAlert error={check.error} />
      <Group>
        <Allowed role="author">
          {(may) => (
            <Button disabled={!may || !isReady} loading={check.isStarting} onClick={check.start}>
              {t('start.do')}
            </Button>
          )}
        </Allowed>
        <StopButton importId={of.importId} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('start.about')}
      </Text>
    </Stack>
  );
};
