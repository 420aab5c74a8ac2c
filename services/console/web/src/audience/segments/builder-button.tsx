import { Button } from '@mantine/core';
import type { ActionProps } from 'react-querybuilder';

export const BuilderButton = ({ label, title, disabled = false, ...deed }: ActionProps) => (
  <Button size="xs" variant="default" title={title} disabled={disabled} onClick={() => deed.handleOnClick()}>
    {label}
  </Button>
);
