export const KOREAN_CAMPAIGNS = {
  stale: '그사이 다른 사람이 내용을 변경했습니다. 새로 불러온 뒤 다시 변경해 주십시오.',
  if_match_missing: '어떤 버전을 보고 변경했는지 알 수 없습니다. 화면을 새로 불러온 뒤 다시 시도해 주십시오.',
  campaign_not_found: '이런 캠페인이 없습니다. 삭제되었을 수 있습니다.',
  run_not_found: '이런 발송이 없습니다. 캠페인을 시작하면 몇 초 안에 나타납니다.',
  content_not_frozen: '아직 보낼 내용이 정해지지 않았습니다. 발송을 시작하고 몇 초 뒤에 정해집니다.',
  content_gone: '보낸 메일의 내용은 180일 동안만 보관되므로 이제 볼 수 없습니다.',
  template_not_found: '이런 템플릿이 없습니다. 삭제되었을 수 있습니다.',
  sender_not_found: '이런 발신자가 없습니다. 삭제되었을 수 있습니다.',
  media_not_found: '이런 파일이 없습니다. 삭제되었을 수 있습니다.',
  image_not_found: '이런 그림이 없습니다. 삭제되었을 수 있습니다.',

  preflight_failed: '아직 보낼 수 없습니다. 점검 목록에서 빨간 항목을 먼저 해결해 주십시오.',
  not_editable: '초안만 변경하거나 삭제할 수 있습니다. 이 캠페인은 현재 “{{status}}” 상태입니다.',
  not_launchable: '이 캠페인은 현재 “{{status}}” 상태입니다. 다시 보내려면 새 캠페인을 만들어 주십시오.',
  not_schedulable: '초안만 예약할 수 있습니다. 이 캠페인은 현재 “{{status}}” 상태입니다.',
  not_scheduled: '취소할 예약이 없습니다. 이 캠페인은 현재 “{{status}}” 상태입니다.',
  not_failed:
    '실패한 발송만 다시 시도할 수 있습니다. 이 발송은 현재 “{{status}}” 상태입니다. 끝난 발송은 “마저 보내기”를 할 수 있습니다.',
  not_ended: '끝난 발송만 마저 보낼 수 있습니다. 이 발송은 현재 “{{status}}” 상태입니다.',
  run_too_old: '150일이 지난 발송입니다. 보낸 내용과 명단이 곧 삭제되므로 이어서 보낼 수 없습니다.',
  nobody_left:
    '이 발송의 모든 사람이 이미 처리되었습니다. 보내지 못했거나 거절되었거나 제외된 사람에게 보내려면 그 사람들을 선택해 주십시오.',
  not_running: '캠페인이 현재 “{{status}}” 상태이므로 발송을 조작할 수 없습니다.',
  about_to_start:
    '이 캠페인은 곧 시작합니다. 시작되면 발송을 취소해 주십시오. 예약 시각에서 10분이 지나도 시작되지 않으면 그때 예약을 변경하거나 취소할 수 있습니다.',
  local_time_and_window:
    '보내는 시간대가 정해진 캠페인입니다. 시간대는 한 지역을 기준으로 하므로, 시간대를 지우거나 한 시각으로 예약해 주십시오.',

  sender_by_hand: '등록된 발신자가 있으면 관리자만 직접 입력할 수 있습니다. 등록된 발신자를 선택해 주십시오',
  sender_unclear: '직접 입력한 발신자와 등록된 발신자 중 하나만 선택해 주십시오',
  sender_name_unusable: '줄바꿈이나 제어 문자를 쓸 수 없습니다',
  sender_name_deceptive:
    '보이지 않는 문자나 글의 방향을 바꾸는 문자가 들어 있습니다. 붙여 넣지 말고 직접 입력해 주십시오',
  address_unusable:
    'SES가 받는 이메일 주소 하나여야 합니다. @ 앞은 영문·숫자, 도메인에는 점이 있어야 하고, 한글 도메인은 xn--…으로 적어 주십시오',
  label_unusable: '제목 앞에 그대로 붙으므로 {{와 {% 없이 한 줄로 입력해 주십시오',
  footer_unusable: '{{와 {% 없이 일반 글자로 입력해 주십시오. 줄바꿈은 그대로 유지됩니다',
  time_zone_unknown: 'Asia/Seoul 같은 시간대 이름이어야 합니다',
  window_unusable: '보내는 시간대를 확인해 주십시오:',
  window_without_days: '요일을 하나 이상 선택해 주십시오',
  window_ends_before: '시작보다 늦어야 합니다. 밤을 넘기려면 캠페인을 둘로 나누어 주십시오',
  left_out_and_mailed: '{{id}}에게는 이 캠페인을 보내므로 동시에 제외할 수 없습니다',
  recipient_unusable: 'SES가 받는 이메일 주소여야 합니다',
  too_many_excluded:
    '도메인과 가져오기 파일은 각각 {{most, number}}개까지 제외할 수 있습니다. 발송을 취소하고 목록을 고친 뒤 다시 보내 주십시오',
  only_resume_excludes: '제외하기는 재개할 때만 할 수 있습니다',
  send_time_too_far: '{{latest}} 또는 그 이전이어야 합니다',
  send_time_too_close: '{{earliest}} 또는 그 이후여야 합니다',
  send_time_unclear: '한 시각으로 보낼지, 받는 사람의 시각에 맞출지 하나만 선택해 주십시오',
  local_time_past: '모든 지역에서 이미 지난 시각입니다. 이후의 시각을 선택해 주십시오',
  local_time_too_far: '{{latest}} 또는 그 이전이어야 합니다',
  has_a_zone: '2026-12-01T09:00처럼 시간대 없이 입력해 주십시오',
  not_a_domain: '@ 없이 example.com 같은 도메인이어야 합니다',
  not_a_time_of_day: '09:00 같은 시각이어야 합니다',

  liquid_invalid: '템플릿을 읽을 수 없습니다:',
  not_renderable: '템플릿을 읽을 수 없습니다:',
  liquid: '{{line}}행 {{column}}열: {{message}}',
  subject_has_line_break: '한 줄로 입력해 주십시오',
  subject_has_control_character: '제어 문자나 깨진 문자가 들어 있습니다. 지우고 다시 입력해 주십시오',
  subject_too_long: '발신자의 제목 표시를 합쳐 {{most, number}}자까지 쓸 수 있습니다',
  content_too_large: '텍스트 본문과 원본을 합쳐 {{most, number}}바이트까지 쓸 수 있습니다',
  field_name_unusable: '필드 이름 “{{field}}”은(는) 1자에서 64자 사이여야 합니다',
  too_many_fields: '서로 다른 필드는 {{most, number}}개까지 쓸 수 있습니다',

  file_name_unusable:
    '1자에서 200자 사이여야 하고, 빗금이나 제어 문자, 글의 방향을 바꾸는 문자를 쓸 수 없습니다. 점만 쓸 수도 없습니다',
  file_type_refused: 'SES는 .{{extension}} 파일을 받지 않습니다. .zip으로 압축해 주십시오',
  content_type_refused: 'application/pdf처럼 첨부할 수 있는 파일 형식이어야 합니다',
  file_size_unusable: '1바이트에서 {{most, number}}바이트 사이여야 합니다',
  image_type_refused: '다음 형식만 쓸 수 있습니다: {{types}}',
  image_size_unusable: '1바이트에서 {{most, number}}바이트 사이여야 합니다. 그림을 줄여 주십시오',
  media_missing: '파일 {{id}}이(가) 없습니다. 삭제되었을 수 있습니다',
  media_not_shown:
    '{{id}}은(는) {{type}} 형식이라 메일에서 보이지 않습니다. image/png, image/jpeg, image/gif를 사용해 주십시오',
  too_many_files: '메일 하나에 파일과 그림을 {{most, number}}개까지 넣을 수 있습니다',
  message_too_large:
    '파일을 합치면 메일이 약 {{bytes, number}}바이트가 됩니다. SES는 {{most, number}}바이트까지 받습니다',
  media_not_uploaded: '파일 {{name}}이(가) 아직 업로드되지 않았습니다',
  media_differs: '파일 {{name}}의 크기가 다릅니다. 다시 업로드해 주십시오',
};
