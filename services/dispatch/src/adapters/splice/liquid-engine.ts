import { engineFor, type LiquidPart } from '@bulkhead/liquid';
import type { Liquid } from 'liquidjs';

export type Part = LiquidPart;

export const liquidEngines: Readonly<Record<Part, Liquid>> = {
  subject: engineFor('subject'),
  html: engineFor('html'),
  text: engineFor('text'),
};
