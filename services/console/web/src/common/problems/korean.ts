import { KOREAN_AUDIENCE } from './korean-audience.ts';
import { KOREAN_CAMPAIGNS } from './korean-campaigns.ts';
import { KOREAN_FIELDS } from './korean-fields.ts';

/** Any service. */
const KOREAN_KIT = {
  caller_unknown: '로그인이 필요합니다. 다시 로그인해 주십시오.',
  role_missing: '“{{needed}}” 권한이 필요합니다. 현재 권한은 “{{has}}”입니다. 관리자에게 요청해 주십시오.',
  service_not_allowed:
    '이 API 키로는 {{service}}을(를) 사용할 수 없습니다. 사용할 수 있는 서비스: {{allowed}}. 관리자에게 다른 키를 요청해 주십시오.',
  body_too_large: '보낸 내용이 너무 큽니다. 최대 {{most, number}}바이트까지 보낼 수 있습니다.',
  request_malformed: '입력하신 내용을 확인해 주십시오:',
  cursor_unreadable: '목록을 이어서 불러올 수 없습니다. 처음부터 다시 불러와 주십시오.',
  internal_error:
    '서비스에 문제가 생겼습니다. 다시 시도해 보시고, 계속되면 운영 담당자에게 요청 번호 {{requestId}}을(를) 알려 주십시오.',

  not_from_page_before: '앞 페이지에서 받은 값이어야 합니다',
  not_json: 'JSON 형식이어야 합니다',
  half_a_character: '깨진 문자가 들어 있습니다. 지우고 다시 입력해 주십시오',
  not_one_line: '줄바꿈, 제어 문자, 글자 방향을 바꾸는 문자 없이 한 줄로 입력해 주십시오',
  missing: '입력해 주십시오',
  not_text: '글자로 입력해 주십시오',
  not_a_number: '숫자로 입력해 주십시오',
  not_whole: '정수로 입력해 주십시오',
  not_yes_or_no: '예 또는 아니요여야 합니다',
  not_a_list: '목록이어야 합니다',
  not_an_object: '항목의 묶음이어야 합니다',
  empty_text: '비워 둘 수 없습니다',
  too_short: '{{least, number}}자 이상 입력해 주십시오',
  too_long: '{{most, number}}자까지 입력할 수 있습니다',
  empty_list: '하나 이상 있어야 합니다',
  too_few: '{{least, number}}개 이상이어야 합니다',
  too_many: '{{most, number}}개까지 가능합니다',
  too_low: '{{least, number}} 이상이어야 합니다',
  too_high: '{{most, number}} 이하여야 합니다',
  not_above: '{{least, number}}보다 커야 합니다',
  not_below: '{{most, number}}보다 작아야 합니다',
  wrong_step: '{{step, number}}의 배수여야 합니다',
  not_a_moment: '2026-12-01T09:00:00Z 같은 날짜와 시각이어야 합니다',
  not_an_address: '이메일 주소여야 합니다',
  not_a_link: 'https://www.example.com 같은 웹 주소여야 합니다',
  wrong_form: '형식이 올바르지 않습니다. 다시 확인해 주십시오',
  unknown_names: '사용할 수 없는 항목이 있습니다: {{names}}',
  not_among: '다음 중 하나여야 합니다: {{choices}}',
  unusable: '이 값은 사용할 수 없습니다',
};

/** The services dispatch, feedback and console. */
const KOREAN_OTHERS = {
  run_unknown: '이 발송의 기록이 없습니다. 발송을 시작하면 몇 초 안에 나타나니 잠시 뒤에 다시 확인해 주십시오.',
  quota_unknown: '아직 SES에서 발송 한도를 받지 못했습니다. 1분 뒤에 다시 시도해 주십시오.',
  export_not_found: '내보낸 파일이 없습니다. 파일은 일주일 동안 보관됩니다. 다시 요청해 주십시오.',
  snapshot_gone:
    '받는 사람이 누구였는지 알 수 없습니다. 명단은 180일 동안만 보관되며, 만들어지지 않았을 수도 있습니다. 보고서의 수치는 그대로 남아 있습니다.',
  too_few_runs: '비교할 발송을 두 개 이상 선택해 주십시오',
  too_many_runs: '한 번에 {{most, number}}개까지 비교할 수 있습니다',

  queue_unknown: '이런 대기열은 없습니다. 운영 화면에서 목록을 확인해 주십시오.',
  letter_not_there:
    '이 메시지를 볼 수 없습니다. 다른 사람이 이미 처리했거나 보고 있는 중입니다. 1분 뒤에 대기열을 다시 확인해 주십시오. 메시지가 1,000개를 넘으면 하나를 확실히 찾을 수 없으니, 모두 되돌려 보내거나 조치 방법 문서를 참고해 주십시오.',
  came_from_no_queue:
    '{{name}}의 메시지는 예약 작업에서 왔기 때문에 되돌려 보낼 곳이 없습니다. 조치 방법 문서에 따라 조치한 뒤 폐기해 주십시오.',
  is_the_record:
    '{{name}}의 메시지는 누가 무엇을 했는지에 대한 유일한 기록이므로 폐기할 수 없습니다. 조치 방법 문서에 따라 원인을 해결한 뒤 되돌려 보내 주십시오.',
  key_unknown: '이런 API 키는 없습니다. 폐기한 지 90일이 지난 키는 목록에서 사라집니다.',
  expires_before_now: '만료 시각이 이미 지났습니다. 이후의 시각을 고르거나 비워 두십시오.',
  too_many_keys: '사용할 수 있는 키가 이미 {{most, number}}개라서 더 만들 수 없습니다. 쓰지 않는 키를 폐기해 주십시오.',
  not_a_key: 'API 키의 ID여야 합니다',
  not_a_queue: '대기열의 이름이어야 합니다',
  not_a_letter: '메시지의 ID여야 합니다',
  holds_an_address: '이메일 주소가 아닌 이름을 입력해 주십시오',
  limit_unusable: '1부터 {{most, number}}까지의 정수여야 합니다',
};

/** What the services say, in Korean: by the codes of their catalogues, whose places (`{{status}}`) they share. */
export const KOREAN: Readonly<Record<string, string>> = {
  ...KOREAN_KIT,
  ...KOREAN_CAMPAIGNS,
  ...KOREAN_AUDIENCE,
  ...KOREAN_OTHERS,
  ...KOREAN_FIELDS,
};
