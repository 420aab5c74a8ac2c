import { ActionIcon, type ActionIconProps, Menu } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';

export interface MenuChoice {
  readonly label: string;
  /** Of the label, where it is not the page's. */
  readonly lang?: string;
  readonly picture?: ReactNode;
  readonly isCurrent?: boolean;
  readonly choose: () => void;
}

export interface DropdownProps {
  readonly button: ActionIconProps & { readonly 'aria-label': string };
  readonly heading?: ReactNode;
  readonly choices: readonly MenuChoice[];
}

/** Opens when it has come, since somebody asked for it. Its button takes the place, and the focus, of the one that was pressed. */
export const Dropdown = ({ button, heading, choices }: DropdownProps) => {
  const [isOpen, setOpen] = useState(false);
  // Not open from the start: where the focus goes back to is noticed when a menu opens.
  useEffect(() => setOpen(true), []);
  return (
    <Menu position="bottom-end" withinPortal={false} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <ActionIcon {...button} autoFocus />
      </Menu.Target>
      <Menu.Dropdown>
        {heading !== undefined && <Menu.Label>{heading}</Menu.Label>}
        {choices.map(({ label, lang, picture, isCurrent = false, choose }) => (
          <Menu.Item
            key={label}
            lang={lang}
            leftSection={picture}
            fw={isCurrent ? 700 : 400}
            aria-current={isCurrent}
            onClick={choose}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
