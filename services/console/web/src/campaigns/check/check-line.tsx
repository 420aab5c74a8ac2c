import { Badge, Group, Loader, Text, ThemeIcon } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconCheck } from '@tabler/icons-react';

import { useCheckTexts } from './check-texts.ts';
import type { Level } from './own-check.ts';
import { useCheckWords } from './use-check-words.ts';
import type { AnyCheck } from './verdict.ts';

const LOOKS = {
  stop: { color: 'red', picture: <IconAlertOctagon size={16} aria-hidden /> },
  warn: { color: 'yellow', picture: <IconAlertTriangle size={16} aria-hidden /> },
  pending: { color: 'gray', picture: <Loader size={14} aria-hidden /> },
  ok: { color: 'teal', picture: <IconCheck size={16} aria-hidden /> },
} as const satisfies Record<Level, object>;

/** One thing that was looked at: what was found, why it matters, what to do. */
export const CheckLine = ({ check }: { readonly check: AnyCheck }) => {
  const t = useCheckTexts();
  const { title, advice } = useCheckWords()(check);
  const { color, picture } = LOOKS[check.level];
  return (
    <Group wrap="nowrap" align="flex-start" gap="sm">
      <ThemeIcon variant="light" color={color} radius="xl">
        {picture}
      </ThemeIcon>
      <div style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {t(`name.${check.id}`)}
          </Text>
          {check.level !== 'ok' && (
            <Badge size="sm" variant="light" color={color} tt="none">
              {t(`level.${check.level}`)}
            </Badge>
          )}
        </Group>
        <Text size="sm">{title}</Text>
        {check.level !== 'pending' && (
          <Text size="xs" c="dimmed">
            {t(`means.${check.id}`)}
          </Text>
        )}
        {advice !== undefined && check.level !== 'ok' && (
          <Text size="sm" mt={2}>
            <Text span size="sm" fw={600}>
              {t('advice')}
            </Text>
            {advice}
          </Text>
        )}
      </div>
    </Group>
  );
};
