import { REJECTIONS_IN_KOREAN } from '../../api/rejections-in-korean.ts';

export const KOREAN_AUDIENCE = {
  list_not_found: '이런 목록이 없습니다.',
  too_many_lists:
    '목록이 이미 {{most, number}}개 있어 더 만들 수 없습니다. 있는 목록으로 가져와 주십시오. 받는 사람은 필드와 세그먼트로 구분할 수 있습니다.',
  segment_not_found: '이런 세그먼트가 없습니다. 삭제되었을 수 있습니다.',
  contact_not_found: '이런 연락처가 없습니다. 삭제되었을 수 있습니다.',
  import_not_found: '이런 가져오기가 없습니다.',
  form_not_found: '이런 양식이 없습니다. 삭제되었을 수 있습니다.',
  upload_not_found: '읽을 파일이 없습니다. 업로드되지 않았거나 90일이 지났습니다. 다시 업로드해 주십시오.',

  import_over: '이미 끝난 가져오기입니다.',
  import_finished: '이미 끝난 가져오기입니다. 다시 읽어도 그 뒤에 바뀐 내용은 그대로 남습니다.',
  import_not_waiting:
    '지금은 시작을 기다리는 상태가 아닙니다. 파일이 모두 도착하지 않았거나 이미 시작했습니다. 진행 상태를 확인해 주십시오.',
  list_in_use: '세는 동안 목록이 바뀌었습니다. 가져오기가 끝나고 변경이 없을 때 다시 세어 주십시오.',
  suppressed_for_good: '{{reason}} 사람이므로 메일을 다시 보낼 수 없습니다.',
  origin_refused: '이 웹사이트는 양식에 등록되어 있지 않습니다. 양식에 웹사이트 주소를 추가해 주십시오.',
  list_or_nothing: '목록을 선택하거나, 모든 메일을 뜻한다면 비워 두십시오',

  invalid_request: '파일 이름은 하나만, 여러 개라면 목록으로 지정해 주십시오.',
  file_name_missing: '파일 이름이 필요합니다',
  file_kind_unreadable:
    '“{{file}}”은(는) 연락처 파일이 아닙니다. 엑셀에서 열어 통합 문서(.xlsx)나 CSV로 저장한 뒤 그 파일을 가져와 주십시오.',
  not_a_list_file: '엑셀 통합 문서(.xlsx)나 텍스트(.csv, .txt)여야 합니다',
  file_too_large: '파일 하나는 {{most}}까지 가능합니다. 여러 파일로 나누어 같은 목록으로 가져와 주십시오.',
  files_too_large:
    '한 번에 가져오는 파일은 모두 합쳐 {{most}}까지 가능합니다. 여러 번에 나누어 같은 목록으로 가져와 주십시오.',
  at_most: '{{most}}까지 가능합니다',
  names_repeated: '파일 이름이 서로 달라야 합니다. 제외된 행을 파일 이름으로 알려 드리기 때문입니다',
  mapping_too_long: '열 설정을 모두 합쳐 {{most, number}}자까지 가능합니다',
  too_many_types: '너무 많습니다',
  attributes_too_many:
    '형식을 정할 수 있는 필드는 {{most, number}}개까지입니다. 일부 열의 형식을 비워 두면 텍스트로 가져옵니다.',
  attribute_type_differs:
    '“{{name}}” 필드는 모든 목록에서 {{type}} 형식이므로 여기서 {{wanted}} 형식으로 쓸 수 없습니다. 형식을 비워 두거나 다른 필드 이름을 쓰십시오.',
  must_be_type: '{{type}} 형식이어야 합니다',

  prefix_too_short: '주소의 글자를 두 자 이상 입력해 주십시오.',
  prefix_of_no_address:
    '이렇게 시작하는 주소는 없습니다. 영문·숫자·기호만 쓸 수 있고, @는 하나까지, 공백은 쓸 수 없습니다.',
  address_or_prefix: '주소 전체와 앞부분 중 하나만 입력해 주십시오',
  not_a_contact: '연락처의 ID여야 합니다',
  not_a_field_name: '글자, 숫자, 밑줄(_)만 쓸 수 있습니다',
  not_a_colour: '#0b3d91 같은 색상 값이어야 합니다',

  rule_refused: '규칙을 사용할 수 없습니다:',
  rule_nested: '{{most, number}}단계까지만 겹칠 수 있습니다',
  rule_malformed: '규칙의 형식이 올바르지 않습니다. 지우고 다시 만들어 주십시오',
  group_empty: '비어 있는 그룹입니다. 규칙을 추가하거나 그룹을 지워 주십시오',
  too_deep: '그룹은 {{most, number}}단계까지만 겹칠 수 있습니다',
  too_many_rules:
    '규칙은 {{most, number}}개까지 쓸 수 있습니다. 여러 값은 “다음 중 하나” 비교로 묶거나 세그먼트를 나누어 주십시오',
  field_unknown: '“{{field}}” 필드를 가진 연락처가 없습니다. 이름을 확인하거나 먼저 가져와 주십시오',
  list_unknown: '없는 목록을 가리킵니다. 다른 목록을 선택해 주십시오',
  operator_unknown: '“{{operator}}” 비교는 사용할 수 없습니다',
  operator_unfit: '“{{field}}”은(는) {{type}} 형식이므로 이 비교를 쓸 수 없습니다. 다른 비교를 선택해 주십시오',
  value_unfit: '“{{field}}”과(와) 비교할 값을 확인해 주십시오. {{expected}} 값이어야 합니다',

  form_unusable: '양식을 확인해 주십시오:',
  sender_unusable: '보낼 수 있는 도메인의 주소여야 합니다. SES에서 인증된 도메인인지 확인해 주십시오',
  origin_unusable: '“{{origin}}”은(는) https://www.example.com처럼 뒤에 아무것도 없는 주소여야 합니다',
  field_reserved: '“{{field}}”은(는) 양식에서 따로 쓰이는 이름입니다. 다른 이름을 선택해 주십시오',
  redirect_elsewhere: '등록한 웹사이트 가운데 한 곳의 페이지여야 합니다',

  ...REJECTIONS_IN_KOREAN,
};
