/** Every recipient's own link is another; this one stands for them where a mail is looked at. */
export const SAMPLE_UNSUBSCRIBE_URL = 'https://example.com/unsubscribe';
