import { handler as onEngagement } from '../../../services/feedback/src/handlers/on-engagement.entry.ts';
import { handler as onSesEvents } from '../../../services/feedback/src/handlers/on-ses-events.entry.ts';
import { answerBatches } from './answer-batches.ts';

/** A process that folds events with the deployed handlers, adapters and clients of feedback. */
answerBatches({ sending: onSesEvents, engagement: onEngagement });
