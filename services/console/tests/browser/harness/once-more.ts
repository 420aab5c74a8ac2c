// On a busy machine a browser is late now and then. What fails twice is wrong; what failed once is in the log.
import.meta.jest.retryTimes(1, { logErrorsBeforeRetry: true });
// Longer than the waits of any test that says nothing else: what is late is told by the wait that waited for it.
import.meta.jest.setTimeout(600_000);
