// On a busy machine a browser is late now and then. What fails twice is wrong; what failed once is in the log.
import.meta.jest.retryTimes(1, { logErrorsBeforeRetry: true });
