import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ActionProps } from 'react-querybuilder';

/** Adds a rule or a group. */
export const BuilderButton = ({ label, title, disabled = false, ...deed }: ActionProps) => (
  <Button
    size="xs"
    variant="default"
    leftSection={<IconPlus size={14} aria-hidden />}
    title={title}
    disabled={disabled}
    onClick={() => deed.handleOnClick()}
  >
    {label}
  </Button>
);
