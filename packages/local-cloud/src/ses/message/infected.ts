/** The test file every scanner must take for a virus, plain and as base64 writes it at the start of an attachment. */
const EICAR = [String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR`, 'WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FS'];

/** Says whether SES would find a virus in a message. */
export const isInfected = (raw: Buffer): boolean => EICAR.some((signature) => raw.includes(signature));
