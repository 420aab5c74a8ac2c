import { Alert, Badge, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import {
  type Icon,
  IconAlertOctagon,
  IconCircleCheck,
  IconCircleX,
  IconClockPause,
  IconFeather,
  IconHandStop,
  IconHourglass,
  IconListCheck,
  IconSend,
} from '@tabler/icons-react';
import { useFormats } from '../common/format.ts';
import { COLOURS, type Run, type Scene, sceneOf, wasSentBefore } from './run-scene.ts';
import { useSceneTexts } from './scene-texts.ts';
import { useRunTexts } from './texts.ts';
import { useReason } from './use-reason.ts';

const ICONS = {
  preparing: IconListCheck,
  sending: IconSend,
  settling: IconHourglass,
  judging: IconFeather,
  waiting: IconClockPause,
  stopping: IconHandStop,
  cancelling: IconHandStop,
  held: IconHandStop,
  held_by_guardrail: IconAlertOctagon,
  sent: IconCircleCheck,
  sent_with_gaps: IconCircleCheck,
  cancelled: IconCircleX,
  failed: IconAlertOctagon,
} as const satisfies Record<Scene, Icon>;

/** In words: what the run does, and what happens next. */
export const RunStatus = ({ run }: { readonly run: Run }) => {
  const t = useSceneTexts();
  const words = useRunTexts();
  const { moment, duration } = useFormats();
  const scene = sceneOf(run);
  const Picture = ICONS[scene];
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <Group wrap="nowrap" align="flex-start" gap="md">
        <ThemeIcon size={48} radius="xl" variant="light" color={COLOURS[scene]}>
          <Picture size={26} stroke={1.6} aria-hidden />
        </ThemeIcon>
        <Stack gap={4} style={{ flex: 1, minWidth: 0 }}>
          <Group gap="xs">
            <div role="status">
              <Title order={2} fz="lg">
                {t(`scene.${scene}`)}
              </Title>
            </div>
            {wasSentBefore(run) && (
              <Badge variant="light" color="gray" tt="none">
                {words('again')}
              </Badge>
            )}
          </Group>
          <Text size="sm">
            <SceneWords run={run} />
          </Text>
          <Text size="xs" c="dimmed" className="figures">
            {moment(run.startedAt)}
            {run.finishedAt !== undefined && ` – ${moment(run.finishedAt)} (${duration(secondsOf(run))})`}
          </Text>
        </Stack>
      </Group>
      {!waitsForClocks(run) && <Reason run={run} />}
    </Paper>
  );
};

/** The clocks of the next people: said by the scene itself. */
const waitsForClocks = (run: Run): boolean => sceneOf(run) === 'waiting' && run.waiting?.reason === 'local_time';

/** What it does, and what it does next. */
const SceneWords = ({ run }: { readonly run: Run }) => {
  const t = useSceneTexts();
  const { moment } = useFormats();
  const scene = sceneOf(run);
  const now = t(waitsForClocks(run) ? 'scene.waiting.local_time' : `scene.${scene}.now`);
  const until = run.waiting?.until ?? run.waitsUntil;
  return scene === 'waiting' && until !== undefined
    ? `${now} ${t('scene.waiting.until', { moment: moment(until) })}`
    : `${now} ${t(`scene.${scene}.next`)}`;
};

const secondsOf = ({ startedAt, finishedAt = startedAt }: Run): number =>
  (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000;

const Reason = ({ run }: { readonly run: Run }) => {
  const t = useRunTexts();
  const why = useReason(run);
  if (why === undefined) return null;
  return (
    <Alert mt="md" color={run.guardrail ? 'red' : 'yellow'} variant="light" title={t('reason.title')}>
      <Text size="sm">{why.reason}</Text>
      {why.advice !== undefined && (
        <Text size="sm" fw={600} mt={4}>
          {why.advice}
        </Text>
      )}
    </Alert>
  );
};
