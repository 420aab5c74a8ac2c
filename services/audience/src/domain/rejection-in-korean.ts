/** For whoever reads Korean: in files of rejected rows, and in the console, for which `pnpm openapi` copies them. */
export const REJECTIONS_IN_KOREAN = {
  address_missing: '이메일 주소가 없습니다.',
  address_has_invisible_characters: '주소에 보이지 않는 문자가 들어 있습니다. 붙여 넣지 말고 직접 입력해 주십시오.',
  address_has_spaces: '주소에 공백이 있습니다.',
  address_has_no_at: '주소에 @가 없습니다.',
  address_is_more_than_one: '주소가 둘 이상이거나 주소가 아닌 내용이 섞여 있습니다.',
  local_part_not_ascii: '@ 앞에 메일 서비스가 배달하지 않는 글자가 있습니다.',
  local_part_malformed: '@ 앞부분이 올바르지 않습니다. 점, 따옴표, 괄호를 확인해 주십시오.',
  local_part_too_long: '@ 앞부분이 64자를 넘습니다.',
  domain_malformed: '@ 뒷부분이 올바른 도메인이 아닙니다.',
  domain_has_no_dot: '@ 뒷부분에 example.com처럼 점이 있어야 합니다.',
  address_too_long: '주소가 254자를 넘습니다.',
  field_too_long: '값이 4,096자를 넘습니다.',
  number_malformed: '1234.5나 1,234.50 같은 숫자가 아닙니다.',
  number_too_long: '숫자는 15자리까지입니다. 계좌번호나 전화번호는 텍스트 열로 가져와 주십시오.',
  date_malformed: '2026-11-22나 2026. 11. 22.처럼 연도가 네 자리인 날짜가 아닙니다.',
  date_impossible: '달력에 없는 날짜이거나 없는 시각입니다.',
  date_ambiguous:
    '월과 일을 구분할 수 없습니다. 2026-11-22처럼 적거나, 파일을 가져올 때 어느 쪽이 먼저인지 선택해 주십시오.',
  boolean_malformed: '예도 아니요도 아닙니다. 예, 아니오, yes, no, true, false, 1, 0, ○, × 중 하나로 적어 주십시오.',
  fields_too_long: '이 행의 값을 모두 합치면 32,768자를 넘습니다.',
} as const;
