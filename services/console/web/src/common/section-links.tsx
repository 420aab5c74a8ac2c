import { Anchor, Group } from '@mantine/core';
import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  readonly links: readonly { readonly to: NonNullable<LinkProps['to']>; readonly label: string }[];
}

/** The pages of a section beside each other, as links; the one that is open is underlined, and in sight where there is no room for all. */
export const SectionLinks = ({ label, links }: Props) => {
  const { pathname } = useLocation();
  const places = useRef<HTMLDivElement>(null);
  useEffect(() => {
    places.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <Group ref={places} component="nav" aria-label={label} gap="lg" wrap="nowrap" className="section-links">
      {links.map(({ to, label: name }) => {
        const isHere = pathname === to;
        return (
          <Anchor
            key={to}
            renderRoot={(props) => <Link to={to} activeOptions={{ exact: true }} {...props} />}
            underline="never"
            fw={isHere ? 650 : 400}
            {...(isHere ? { 'aria-current': 'page' } : { c: 'dimmed' })}
          >
            {name}
          </Anchor>
        );
      })}
    </Group>
  );
};
