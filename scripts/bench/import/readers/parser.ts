import { openUploadsIn } from '../../../../services/audience/src/adapters/upload/open-s3-upload.ts';
import { importWhole } from '../import-whole.ts';
import { answerReading } from '../measured-reading.ts';

answerReading((fileName) => importWhole(fileName, openUploadsIn));
