import { Box } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useRef } from 'react';

/** What cannot be loaded is not shown: the reason is read out in any case. */
const Reason = lazy(() =>
  import('./reason.tsx').then(
    (loaded) => ({ default: loaded.Reason }),
    () => ({ default: () => <></> }),
  ),
);

interface Props {
  readonly reason: string;
  readonly children: ReactNode;
}

/** Something disabled, and why. It has no focus of its own; the reason must be reachable by keyboard and by touch, too. */
export const Explained = ({ reason, children }: Props) => {
  const place = useRef<HTMLSpanElement>(null);
  const [isAsked, asked] = useDisclosure();
  return (
    <>
      <Box
        ref={place}
        component="span"
        tabIndex={0}
        aria-label={reason}
        style={{ display: 'inline-block' }}
        onPointerEnter={asked.open}
        onPointerLeave={asked.close}
        onFocus={asked.open}
        onBlur={asked.close}
      >
        {children}
      </Box>
      {isAsked && (
        <Suspense>
          <Reason target={place}>{reason}</Reason>
        </Suspense>
      )}
    </>
  );
};
