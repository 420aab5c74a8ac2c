import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { ConfirmDialog } from '../common/confirm-dialog.tsx';
import { useFormats } from '../common/format.ts';
import { useDeedTexts } from './deed-texts.ts';
import {
  type Chosen,
  type Deed,
  nothingChosen,
  reachOf,
  reconsiderable,
  type Wishes,
  wishesFor,
  wouldMailSomebody,
} from './deeds.ts';
import { LeaveOut } from './leave-out.tsx';
import type { Run } from './run-scene.ts';

interface Props {
  readonly deed: Deed;
  readonly run: Run;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onConfirm: (wishes: Wishes) => void;
  readonly onClose: () => void;
}

/** Says what a deed will do before it does it, and lets one choose where there is a choice. */
export const DeedDialog = ({ deed, run, isBusy, error, onConfirm, onClose }: Props) => {
  const t = useDeedTexts();
  const [chosen, setChosen] = useState<Chosen>(nothingChosen);
  const leavesOut = chosen.domains.length + chosen.imports.length > 0;
  return (
    <ConfirmDialog
      opened
      title={t(`${deed}.title`)}
      confirm={t(deed === 'resume' && leavesOut ? 'resume.confirmWithout' : `${deed}.confirm`)}
      isDangerous={deed === 'cancel'}
      isBusy={isBusy}
      isReady={deed !== 'complete' || wouldMailSomebody(run, chosen.include)}
      error={error}
      onConfirm={() => onConfirm(wishesFor(deed, chosen))}
      onClose={onClose}
    >
      <Effect deed={deed} run={run} />
      {deed === 'complete' && <Include run={run} chosen={chosen} onChange={setChosen} />}
      {deed === 'resume' && <LeaveOut runId={run.runId} chosen={chosen} onChange={setChosen} />}
    </ConfirmDialog>
  );
};

const Effect = ({ deed, run }: Pick<Props, 'deed' | 'run'>) => {
  const t = useDeedTexts();
  const { count } = useFormats();
  const { waiting, mailed } = reachOf(run);
  return (
    <Stack gap="xs">
      <Text fw={600}>{t(`${deed}.waiting`, { count: waiting })}</Text>
      <Text size="sm">
        {deed === 'cancel' && mailed === 0 ? t('cancel.nobodyYet') : t(`${deed}.besides`, { mailed: count(mailed) })}
      </Text>
      {deed === 'resume' && run.guardrail && (
        <Text size="sm" fw={600}>
          {t('resume.guardrail')}
        </Text>
      )}
    </Stack>
  );
};

interface Choice {
  readonly run: Run;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

const Include = ({ run, chosen, onChange }: Choice) => {
  const t = useDeedTexts();
  const { count } = useFormats();
  const offered = reconsiderable(run);
  if (offered.length === 0) return null;
  const toggle = (who: (typeof offered)[number]['who'], isIn: boolean) =>
    onChange({
      ...chosen,
      include: isIn ? [...chosen.include, who] : chosen.include.filter((each) => each !== who),
    });
  return (
    <Checkbox.Group label={t('complete.include')} value={[...chosen.include]}>
      <Stack gap="xs" mt="xs">
        {offered.map(({ who, people }) => (
          <Checkbox
            key={who}
            value={who}
            label={t(`complete.${who}`, { people: people === undefined ? '' : count(people) })}
            onChange={({ currentTarget }) => toggle(who, currentTarget.checked)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
};
