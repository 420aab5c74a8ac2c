import { defineTexts } from '../../common/texts.ts';

export const useTemplatesTexts = defineTexts('templates', {
  en: {
    about:
      'A template is the mail of a campaign: its subject and its content, with a place for what you know of each person.',
    new: 'New template',
    'empty.title': 'No templates yet',
    'empty.text': 'Begin with one of six mails that look good everywhere, in English or Korean, or with an empty page.',
    'column.name': 'Template',
    'column.subject': 'Subject',
    'column.fields': 'Uses of each person',
    'column.menu': 'What can be done with it',
    'fields.none': 'nothing',
    actions: 'More about {{name}}',
    copy: 'Make a copy',
    copied: '“{{name}}” has been made',
    'copy.name': '{{name}} (copy)',
    delete: 'Delete',
    'delete.title': 'Delete “{{name}}”?',
    'delete.text':
      'Runs that have begun keep what they froze. A campaign that has not begun and still uses this template cannot be launched until it gets another one.',
    deleted: '“{{name}}” is deleted',
  },
  ko: {
    about: '템플릿은 캠페인에 사용할 메일입니다. 제목과 본문에 받는 분마다 달라지는 정보를 넣을 수 있습니다.',
    new: '새 템플릿',
    'empty.title': '아직 템플릿이 없습니다',
    'empty.text':
      '어디서나 보기 좋은 메일 여섯 가지를 한국어와 영어로 준비했습니다. 빈 화면에서 시작하실 수도 있습니다.',
    'column.name': '템플릿',
    'column.subject': '제목',
    'column.fields': '사용하는 수신자 정보',
    'column.menu': '할 수 있는 일',
    'fields.none': '없음',
    actions: '{{name}} 더 보기',
    copy: '복사본 만들기',
    copied: '“{{name}}” 템플릿을 만들었습니다',
    'copy.name': '{{name}} (복사본)',
    delete: '삭제',
    'delete.title': '“{{name}}” 템플릿을 삭제하시겠습니까?',
    'delete.text':
      '이미 시작한 발송은 그때의 내용을 그대로 사용합니다. 아직 시작하지 않은 캠페인이 이 템플릿을 사용하고 있다면 다른 템플릿을 지정해야 발송할 수 있습니다.',
    deleted: '“{{name}}” 템플릿을 삭제했습니다',
  },
});
