const UNSENT = '이 명단 조각의 나머지 사람에게는 보내지 못했습니다. 복구한 뒤 발송에서 “마저 보내기”를 하십시오.';
const TOO_LATE =
  '요청을 처리하려 했을 때는 이미 상태가 달라져 있었습니다. 현재 상태를 확인하고, 필요 없으면 폐기하십시오.';

/** Why a message was set aside, by the code that its service has written to it. */
export const KOREAN_LETTERS: Readonly<Record<string, string>> = {
  message_malformed:
    '메시지가 약속된 형식과 다릅니다. 보낸 쪽과 받는 쪽의 버전이 맞는지 확인해 주십시오. 되돌려 보내도 형식은 그대로입니다.',
  input_malformed: '작업에 넘긴 내용이 약속된 형식과 다릅니다. 보낸 쪽의 버전을 확인해 주십시오.',

  upload_unexpected: '업로드 자리에 우리가 요청하지 않은 파일이 있습니다. uploads/에서 파일을 지운 뒤 폐기하십시오.',
  import_not_found: '가져오기나 그 파일이 이미 삭제되었습니다. 폐기해도 됩니다.',
  import_unknown: '가져오기나 그 파일이 이미 삭제되었습니다. 폐기해도 됩니다.',
  rule_unreadable: '저장된 세그먼트의 규칙을 읽을 수 없습니다. 세그먼트를 열어 다시 저장한 뒤 되돌려 보내십시오.',
  plan_missing: '명단을 만들던 계획이 저장소에서 사라졌습니다. 발송을 다시 시도해 주십시오.',

  chunk_missing: `명단 조각이 저장소에서 사라졌습니다. ${UNSENT}`,
  chunk_malformed: `명단 조각이 잘렸거나 손상되었습니다. ${UNSENT}`,
  chunk_changed: `명단 조각이 발송을 시작한 뒤 바뀌었습니다. ${UNSENT}`,
  row_malformed: '명단 조각의 일부 행이 약속된 형식과 달라 그 사람들에게는 보내지 못했습니다.',
  chunk_unknown: '발송이 명단에 없는 조각을 가리킵니다. 발송을 다시 시도해 주십시오.',
  content_missing: '보낼 내용이 저장소에서 사라졌습니다. 캠페인을 새로 만들어 보내 주십시오.',
  content_malformed: '보낼 내용을 읽을 수 없습니다. 템플릿과 발신자를 확인하고 캠페인을 새로 보내 주십시오.',
  snapshot_missing: '명단이 저장소에서 사라졌습니다. 캠페인을 새로 만들어 보내 주십시오.',
  snapshot_malformed: '명단을 읽을 수 없습니다. 캠페인을 새로 만들어 보내 주십시오.',
  attachment_changed: '첨부 파일이 발송을 시작한 뒤 바뀌었습니다. 파일을 다시 올리고 캠페인을 새로 보내 주십시오.',
  attachment_missing: '첨부 파일이 저장소에서 사라졌습니다. 파일을 다시 올리고 캠페인을 새로 보내 주십시오.',

  campaign_not_found: '캠페인이 이미 삭제되었습니다. 폐기해도 됩니다.',
  template_not_found: '템플릿이 이미 삭제되었습니다. 폐기해도 됩니다.',
  run_not_found: '이런 발송이 없습니다. 폐기해도 됩니다.',
  wave_unknown: '발송이 이미 다음 묶음으로 넘어갔습니다. 폐기해도 됩니다.',
  outdated: '그사이 캠페인이 변경되어 요청이 맞지 않게 되었습니다. 캠페인을 확인하고 다시 요청한 뒤 폐기하십시오.',
  stale: '그사이 캠페인이 변경되어 요청이 맞지 않게 되었습니다. 캠페인을 확인하고 다시 요청한 뒤 폐기하십시오.',
  not_editable: TOO_LATE,
  not_launchable: TOO_LATE,
  not_schedulable: TOO_LATE,
  not_scheduled: TOO_LATE,
  not_failed: TOO_LATE,
  not_ended: TOO_LATE,
  not_running: TOO_LATE,
  run_too_old: TOO_LATE,
  nobody_left: TOO_LATE,
  another_attempt: TOO_LATE,
  about_to_start: '캠페인이 곧 시작할 때 온 요청이라 처리하지 못했습니다. 시작된 발송을 취소한 뒤 폐기하십시오.',
  send_time_too_close: '예약을 처리하려 했을 때는 보낼 시각이 너무 가까웠습니다. 다시 예약한 뒤 폐기하십시오.',
  time_missed:
    '예약을 처리하려 했을 때는 보낼 시각이 한참 지나 있었습니다. 시각을 다시 정하거나 바로 보낸 뒤 폐기하십시오.',
  send_time_too_far: '보낼 시각이 너무 멉니다. 다시 예약한 뒤 폐기하십시오.',

  probe_older: 'SES가 답한 시각이 보낸 시각보다 앞섭니다. 시계가 맞는지 확인하고, 발송이 끝났으면 폐기하십시오.',
};
