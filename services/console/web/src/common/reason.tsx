import { Tooltip } from '@mantine/core';
import type { RefObject } from 'react';

interface Props {
  readonly target: RefObject<HTMLElement | null>;
  readonly children: string;
}

export const Reason = ({ target, children }: Props) => (
  <Tooltip target={target} label={children} opened multiline maw={260} />
);
