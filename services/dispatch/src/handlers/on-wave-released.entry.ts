import { composeReleaseWave } from '../composition.ts';
import { onWaveReleased } from './on-wave-released.ts';

const { releaseWave, edge } = composeReleaseWave();

export const handler = onWaveReleased(releaseWave, edge);
