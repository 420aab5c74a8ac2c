import { Button, Collapse, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconRefresh } from '@tabler/icons-react';
import { useId } from 'react';

import { ProblemAlert } from '../../common/problem-alert.tsx';
import { Section } from '../../common/section.tsx';
import { CheckLine } from './check-line.tsx';
import { useCheckTexts } from './check-texts.ts';
import type { Checks } from './use-checks.ts';
import { type AnyCheck, inOrder } from './verdict.ts';

/** What was found: all that wants a look; what is fine, folded. */
export const CheckList = ({ checks }: { readonly checks: Checks }) => {
  const t = useCheckTexts();
  const all = inOrder([...(checks.preflight?.checks ?? []), ...checks.own].filter(isOfInterest));
  const pressing = all.filter(({ level }) => level !== 'ok');
  return (
    <Section
      title={t('title')}
      about={t('about')}
      aside={
        <Button
          variant="default"
          size="xs"
          loading={checks.isBusy}
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={checks.lookAgain}
        >
          {t('again')}
        </Button>
      }
    >
      <Text fw={600} role="status">
        {t(`verdict.${checks.verdict}`)}
      </Text>
      <ProblemAlert error={checks.error} onRetry={checks.lookAgain} />
      <Stack gap="md">
        {pressing.map((check) => (
          <CheckLine key={check.id} check={check} />
        ))}
      </Stack>
      <Passed checks={all.filter(({ level }) => level === 'ok')} />
    </Section>
  );
};

/** Which fields a template uses is said with whether contacts have them. */
const isOfInterest = ({ id }: AnyCheck): boolean => id !== 'fields';

const Passed = ({ checks }: { readonly checks: readonly AnyCheck[] }) => {
  const t = useCheckTexts();
  const [isOpen, fold] = useDisclosure();
  const id = useId();
  const Picture = isOpen ? IconChevronUp : IconChevronDown;
  if (checks.length === 0) return null;
  return (
    <div>
      <Button
        variant="subtle"
        color="teal"
        px={4}
        rightSection={<Picture size={16} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={fold.toggle}
      >
        {t('passed', { count: checks.length })}
      </Button>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap="md" pt="sm">
          {checks.map((check) => (
            <CheckLine key={check.id} check={check} />
          ))}
        </Stack>
      </Collapse>
    </div>
  );
};
