import { freshControl } from '../../services/campaigns/src/domain/control.ts';
import { foldWave } from '../../services/campaigns/src/domain/fold-wave.ts';
import { guardrailVerdict, type Health, noHealth } from '../../services/campaigns/src/domain/guardrail.ts';
import { freshPlan, type Plan, takenBy, type Wave } from '../../services/campaigns/src/domain/plan.ts';
import { openWave, planNextWave } from '../../services/campaigns/src/domain/plan-next-wave.ts';
import { makeHealthPace } from '../../services/feedback/src/application/health-pace.ts';
import { healthQuestions } from '../../services/feedback/src/domain/tally.ts';
import { chunksOf } from '../scale/run-plan.ts';
import { Agenda } from './agenda.ts';
import { DELIVERED_AFTER_S, DELIVERED_SOON, makeFates, SENT_AFTER_S, type Trouble } from './fates.ts';
import { mailsIn } from './wave-mails.ts';

export interface List {
  readonly recipients: number;
  readonly perSecond: number;
  readonly trouble: Trouble;
}

/** How a run ended: held by a guardrail, or sent to everybody. */
export interface Ending {
  readonly isHeld: boolean;
  /** Mails that SES had taken by then, and how many of them came to harm, heard of or not. */
  readonly mails: number;
  readonly harmed: number;
}

/** A health fact is folded, told, and heard by campaigns; a hold is told, and seen by senders between two batches. */
const TELLING_S = 2;
const STOPPING_S = 2;
const BLOCK = 7_000;

/** Sends to a list second by second, with the planner, the waves and the guardrails as they are. */
export const sendList = (seed: number, list: List): Ending => {
  const run = new SimulatedRun(seed, list);
  while (run.ending === undefined) run.passSecond();
  return run.ending;
};

class SimulatedRun {
  ending: Ending | undefined;
  readonly #list: List;
  readonly #fates: ReturnType<typeof makeFates>;
  readonly #agenda = new Agenda();
  readonly #pace = makeHealthPace({ now: () => this.#now() });
  readonly #recipients: number;
  #second = 0;
  #plan: Plan;
  /** What feedback has folded, and what campaigns has heard of it. */
  #folded = noHealth;
  #heard = noHealth;
  #wave: { readonly wave: Wave; readonly mails: number; left: number } | undefined;
  #planAt = 0;
  #stopAt = Number.POSITIVE_INFINITY;
  #mails = 0;
  #harmed = 0;
  #isNews = false;
  #isGrave = false;

  constructor(seed: number, list: List) {
    this.#list = list;
    this.#recipients = list.recipients;
    this.#fates = makeFates(seed, list.trouble);
    this.#plan = freshPlan({ recipients: list.recipients, chunks: chunksOf(list.recipients) });
  }

  passSecond(): void {
    for (const happens of this.#agenda.due(this.#second)) happens();
    this.#tell();
    if (this.#second >= this.#stopAt) return this.#end(true);
    if (this.#wave) this.#send(this.#wave);
    else if (this.#second >= this.#planAt) this.#decide();
    this.#second += 1;
  }

  #now(): Date {
    return new Date(this.#second * 1_000);
  }

  #end(isHeld: boolean): void {
    this.ending = { isHeld, mails: this.#mails, harmed: this.#harmed };
  }

  #decide(): void {
    const capacity = { perSecond: this.#list.perSecond, activeRuns: 1, refreshedAt: this.#now() };
    const decision = planNextWave({
      plan: this.#plan,
      control: freshControl,
      health: this.#heard,
      ...(this.#plan.wave > 0 && { capacity }),
      now: this.#now(),
    });
    if (decision.kind === 'wait') this.#planAt = Math.ceil(decision.until.getTime() / 1_000);
    else if (decision.kind === 'send') this.#release(decision.wave);
    else this.#end(decision.kind === 'hold');
  }

  #release(wave: Wave): void {
    this.#plan = openWave(this.#plan, wave);
    const mails = mailsIn(wave, this.#recipients);
    this.#wave = { wave, mails, left: mails };
  }

  #send(open: { readonly wave: Wave; readonly mails: number; left: number }): void {
    const mails = Math.min(open.left, this.#list.perSecond);
    open.left -= mails;
    this.#mails += mails;
    this.#hearLater(mails);
    if (open.left > 0) return;
    this.#plan = foldWave(this.#plan, {
      ...open.wave,
      recipients: open.mails,
      accepted: open.mails,
      refused: 0,
      suppressed: 0,
      left: 0,
      pending: 0,
      unsettled: 0,
      chunksWithPending: [],
      chunksWithDoubt: [],
      finishedAt: this.#now(),
    });
    this.#wave = undefined;
    this.#planAt = this.#second + 1;
  }

  #hearLater(mails: number): void {
    const { kind } = this.#list.trouble;
    const harms = this.#fates.harms(mails);
    this.#harmed += harms.length;
    this.#at(SENT_AFTER_S, () => this.#fold('sent', mails));
    const arriving = kind === 'hardBounced' ? mails - harms.length : mails;
    this.#at(DELIVERED_AFTER_S, () => this.#fold('delivered', Math.round(arriving * DELIVERED_SOON)));
    for (const delay of harms) this.#at(1 + delay, () => this.#fold(kind, 1));
  }

  #at(inSeconds: number, happens: () => void): void {
    this.#agenda.add(this.#second + Math.ceil(inSeconds), happens);
  }

  #fold(kind: keyof Health, mails: number): void {
    this.#folded = { ...this.#folded, [kind]: this.#folded[kind] + mails };
    this.#isNews = true;
    this.#isGrave ||= kind === this.#list.trouble.kind;
  }

  /** Feedback sums the run at its own pace; what it says is heard a little later, and judged at once. */
  #tell(): void {
    if (!this.#isNews || !this.#pace.isDue('run', { isGrave: this.#isGrave })) return;
    this.#isNews = false;
    this.#isGrave = false;
    this.#pace.noteTold('run', Math.ceil(this.#mails / BLOCK) * healthQuestions.length);
    const health = this.#folded;
    this.#at(TELLING_S, () => this.#hear(health));
  }

  #hear(health: Health): void {
    this.#heard = health;
    const verdict = guardrailVerdict({ health, taken: takenBy(this.#plan) });
    if (verdict) this.#stopAt = Math.min(this.#stopAt, this.#second + STOPPING_S);
  }
}
