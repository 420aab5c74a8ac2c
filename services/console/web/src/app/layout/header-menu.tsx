import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { type ComponentType, type ReactNode, useState } from 'react';

import { useUnreachable } from '../../common/use-unreachable.ts';
import type { DropdownProps, MenuChoice } from './dropdown.tsx';

interface Props {
  readonly label: string;
  /** What stands on the button. */
  readonly picture: ReactNode;
  readonly look?: ActionIconProps;
  readonly heading?: ReactNode;
  readonly choices: readonly MenuChoice[];
}

const loadDropdown = () => import('./dropdown.tsx');

/** A button of the header with a menu below it. Most visits open none, so a menu is loaded when somebody reaches for the first. */
export const HeaderMenu = ({ label, picture, look = { size: 'lg', color: 'gray' }, ...menu }: Props) => {
  const [Dropdown, setDropdown] = useState<ComponentType<DropdownProps>>();
  const sayUnreachable = useUnreachable();
  const button = { variant: 'subtle', ...look, 'aria-label': label, children: picture };
  const open = () => void loadDropdown().then((loaded) => setDropdown(() => loaded.Dropdown), sayUnreachable);
  const prepare = () => void loadDropdown().catch(() => undefined);

  return Dropdown === undefined ? (
    <ActionIcon
      {...button}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={open}
    />
  ) : (
    <Dropdown {...menu} button={button} />
  );
};
