import { freshControl } from '../domain/control.ts';
import { fromControlItem, toControlItem } from './control-item.ts';

it('gives a control back as it was', () => {
  const accepted = {
    sent: 9,
    delivered: 8,
    hardBounced: 1,
    complained: 0,
    rejected: 2,
    delayed: 3,
    handedOver: 20,
    refused: 11,
  };
  const guardrail = { guardrail: 'complaints', hits: 7, sample: 900, limit: 0.0008 } as const;
  const left = { exclude: { domains: ['example.com'], imports: ['imp_1'] }, readmitted: 2 };
  const held = { control: 'hold', revision: 2, reason: 'too many', guardrail, accepted } as const;
  const control = { ...freshControl, ...held, ...left };

  expect(fromControlItem(toControlItem(control))).toEqual(control);
});

it('reads a control that was stored before refusals were watched', () => {
  const { accepted: _, ...rest } = toControlItem(freshControl);
  const health = { sent: 9, delivered: 8, hardBounced: 1, complained: 0 };

  expect(fromControlItem({ ...rest, accepted: health }).accepted).toEqual({
    ...health,
    rejected: 0,
    delayed: 0,
    handedOver: 0,
    refused: 0,
  });
});
