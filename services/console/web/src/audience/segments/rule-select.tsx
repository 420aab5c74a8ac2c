import { MantineValueSelector } from '@react-querybuilder/mantine';
import type { ComponentProps } from 'react';

type Props = ComponentProps<typeof MantineValueSelector>;

/** One of some words, with a name for those who do not see where it stands. */
export const RuleSelect = (props: Props) => (
  <MantineValueSelector {...props} aria-label={props.title ?? ''} allowDeselect={false} maxDropdownHeight={320} />
);
