import { mayStart, type Pace } from '../domain/pace.ts';
import { type Probe, probeName, probeSlot } from '../domain/probe.ts';
import type { Run } from '../domain/run.ts';
import type { Invocation } from './hold-ledger.ts';
import type { Clock, Composer, Contents, Governors, Mailer, Mailers, Observer, Probes } from './ports.ts';
import { openSlots } from './reserve-slots.ts';

export interface ProbePorts {
  readonly probes: Probes;
  readonly contents: Contents;
  readonly composer: Composer;
  readonly mailers: Mailers;
  readonly governors: Governors;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly observer: Observer;
}

/** `undefined`: none can be sent now. */
export type SendProbe = (run: Run, invocation: Invocation, everyMs: number) => Promise<Probe | undefined>;

/** A mailbox of SES's own, which takes everything and costs no reputation. */
const NOBODY = 'success@simulator.amazonses.com';

/** Answers the probe of this slot of time, and sends it if nobody has. */
export const makeSendProbe =
  (ports: ProbePorts): SendProbe =>
  async (run, invocation, everyMs) => {
    const { clock, probes, mailers } = ports;
    const known = await probes.find(probeSlot(clock.now(), everyMs));
    if (known !== undefined) return known;

    const content = await ports.contents.read(run.content);
    const mailer = await mailers.open();
    try {
      return await send({ ...ports, mailer }, { from: content.from, invocation, everyMs });
    } finally {
      mailer.close();
    }
  };

interface Sending {
  readonly from: { readonly name?: string | undefined; readonly address: string };
  readonly invocation: Invocation;
  readonly everyMs: number;
}

const send = async (ports: ProbePorts & { readonly mailer: Mailer }, sending: Sending): Promise<Probe | undefined> => {
  const { clock, pace, probes, observer, mailer } = ports;
  const { id, deadline } = sending.invocation;
  const mail = await compose(ports, sending);
  const at = await nextSlot(ports);
  if (mail === undefined || at === undefined) return undefined;

  await clock.sleepUntil(at);
  const probeAt = clock.now();
  if (!mayStart({ now: probeAt, deadline }, at, pace)) return undefined;
  const slot = probeSlot(probeAt, sending.everyMs);
  const probe = probeName(slot, id);
  if (!(await probes.claim(slot, { probe, probeAt }))) return probes.find(slot);

  const answer = await mailer.send({ ...mail, tags: { probe } });
  if (answer.kind === 'accepted' || answer.kind === 'unknown') {
    observer.count('ProbesSent', 1);
    return { probe, probeAt };
  }
  observer.note('probe_not_taken', { answer: answer.kind });
  await probes.release(slot);
  return undefined;
};

const compose = async ({ composer, observer }: ProbePorts, { from, invocation }: Sending) => {
  const mailOf = composer.compile({ from, subject: 'Probe', html: '<p>Nobody reads this.</p>' });
  const recipient = { contactId: 'probe', address: NOBODY, token: '', fields: {} };
  const composed = await mailOf(recipient, `probe.${invocation.id}`);
  if (composed.kind === 'mail') return composed;

  observer.note('probe_not_made', { reason: composed.reason });
  return undefined;
};

const nextSlot = async (ports: ProbePorts): Promise<number | undefined> => {
  const slots = await openSlots(ports);
  const reserved = await slots?.take(1, 0);
  return reserved?.kind === 'slots' ? reserved.slots[0] : undefined;
};
