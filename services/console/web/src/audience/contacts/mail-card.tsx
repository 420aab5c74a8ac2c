import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Allowed } from '../../common/allowed.tsx';
import { useFormats } from '../../common/format.ts';
import { Section } from '../../common/section.tsx';
import type { ContactCard } from '../model.ts';
import { useAudienceTexts } from '../texts.ts';
import { ConsentDialog, type Wish } from './consent-dialog.tsx';
import { useContactTexts } from './texts.ts';
import { useListName } from './use-list-name.ts';

/** A mailbox has spoken: no wish outlives that. */
const isForGood = (reason: string): boolean => reason === 'hard_bounce' || reason === 'complaint';

/** Which mail this person gets, and why not. */
export const MailCard = ({ contact }: { readonly contact: ContactCard }) => {
  const t = useContactTexts();
  const [wish, setWish] = useState<Wish>();
  const { suppressed, lists } = contact;
  return (
    <Section
      title={t('mail.title')}
      aside={
        suppressed === undefined && (
          <WishButton label={t('mail.unsubscribeAll')} onClick={() => setWish({ change: 'unsubscribe' })} />
        )
      }
    >
      {suppressed ? (
        <Silenced of={suppressed} onLift={() => setWish({ change: 'resubscribe' })} />
      ) : (
        <Text size="sm">{t(lists.length === 0 ? 'mail.nowhere' : 'mail.all')}</Text>
      )}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {lists.map((membership) => (
          <Membership key={membership.listId} membership={membership} onWish={setWish} />
        ))}
      </Stack>
      {wish && <ConsentDialog contact={contact} wish={wish} onClose={() => setWish(undefined)} />}
    </Section>
  );
};

interface SilencedProps {
  readonly of: NonNullable<ContactCard['suppressed']>;
  readonly onLift: () => void;
}

const Silenced = ({ of: { reason, at }, onLift }: SilencedProps) => {
  const t = useContactTexts();
  const audience = useAudienceTexts();
  const formats = useFormats();
  return (
    <Alert color="orange">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('mail.none', { reason: audience(`reason.${reason}`), when: formats.day(at) })}</Text>
        {isForGood(reason) ? (
          <Text size="sm">{t('mail.stays')}</Text>
        ) : (
          <WishButton label={t('mail.resubscribeAll')} onClick={onLift} />
        )}
      </Stack>
    </Alert>
  );
};

interface MembershipProps {
  readonly membership: ContactCard['lists'][number];
  readonly onWish: (wish: Wish) => void;
}

const Membership = ({ membership: { listId, joinedAt, left }, onWish }: MembershipProps) => {
  const t = useContactTexts();
  const audience = useAudienceTexts();
  const formats = useFormats();
  const nameOf = useListName();
  const change = left === undefined ? 'unsubscribe' : 'resubscribe';
  return (
    <Group component="li" justify="space-between" gap="xs">
      <div>
        <Anchor fw={600} renderRoot={(props) => <Link to="/audience/lists/$listId" params={{ listId }} {...props} />}>
          {nameOf(listId)}
        </Anchor>
        <Text size="sm" c="dimmed">
          {left === undefined
            ? t('mail.joined', { when: formats.day(joinedAt) })
            : t('mail.left', { reason: audience(`reason.${left.reason}`), when: formats.day(left.at) })}
        </Text>
      </div>
      {left !== undefined && isForGood(left.reason) ? null : (
        <WishButton label={t(`mail.${change}`)} onClick={() => onWish({ change, listId })} />
      )}
    </Group>
  );
};

const WishButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <Allowed role="author">
    {(may) => (
      <Button size="xs" variant="default" disabled={!may} onClick={onClick}>
        {label}
      </Button>
    )}
  </Allowed>
);
