export { httpEvent } from './http-event.ts';
export { inMemoryBucket } from './in-memory-bucket.ts';
export { lambdaContext, lambdaContextWith } from './lambda-context.ts';
export { at, type PackagedTemplate, packagedTemplate, refersTo, type TemplateResource } from './packaged-template.ts';
export { type LogLine, type ParkedMessage, type RecordingEdge, recordingEdge } from './recording-edge.ts';
export { sqsEvent } from './sqs-event.ts';
