import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ActionProps } from 'react-querybuilder';

export const RemoveButton = ({ title, disabled = false, ...deed }: ActionProps) => (
  <ActionIcon
    className="rule-remove"
    variant="subtle"
    color="gray"
    size="lg"
    title={title}
    aria-label={title}
    disabled={disabled}
    onClick={() => deed.handleOnClick()}
  >
    <IconX size={16} aria-hidden />
  </ActionIcon>
);
