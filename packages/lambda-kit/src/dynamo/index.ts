export { batchGet, type HowToRead, type Item, type Key } from './batch-get.ts';
export { conditionHeld } from './condition-held.ts';
