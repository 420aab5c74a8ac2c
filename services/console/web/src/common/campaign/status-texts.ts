import { defineTexts } from '../texts.ts';

export const useStatusTexts = defineTexts('campaign-status', {
  en: {
    draft: 'Draft',
    scheduled: 'Scheduled',
    sending: 'Sending',
    held: 'Held',
    sent: 'Sent',
    cancelled: 'Cancelled',
    failed: 'Failed',
  },
  ko: {
    draft: '초안',
    scheduled: '예약됨',
    sending: '발송 중',
    held: '보류됨',
    sent: '발송 완료',
    cancelled: '취소됨',
    failed: '실패',
  },
});
